package clinic.patient;

import java.util.Optional;

/** Rules for every free text: a bound in characters as people count them, and nothing that could forge a header. */
public final class Texts {
    private Texts() {}

    /** What is wrong with a text of at most {@code longest} code points; an empty one is not wrong in itself. */
    public static Optional<Flaw> flaw(String text, int longest) {
        if (text == null) {
            return Optional.of(Flaw.MISSING);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Flaw.TOO_LONG);
        }
        return text.codePoints().anyMatch(Texts::isForbidden) ? Optional.of(Flaw.CONTROL_CHARACTER) : Optional.empty();
    }

    /** The same for text of several lines. */
    public static Optional<Flaw> flawOfLines(String text, int longest) {
        return flaw(text == null ? null : text.replaceAll("[\\r\\n\\t]", " "), longest);
    }

    /** Control characters, line and paragraph separators, and halves of characters that no encoding can carry. */
    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
