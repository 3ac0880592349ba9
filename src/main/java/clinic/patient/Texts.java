package clinic.patient;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one place where typed text is cleaned and judged, whatever field it was typed or pasted into. Cleaning takes away
 * only what nobody sees or means (byte order marks, zero-width and direction characters, spaces of other widths, the second
 * half of a line break) and composes what was typed in parts (NFC); it is idempotent. Judging counts characters as people
 * count them, after cleaning, and refuses what could forge a header or cannot be encoded.
 */
public final class Texts {
    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE007F;

    /** Letters of these change their form at a joiner; in any other script it is only invisible. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private Texts() {}

    /** Text of one line: cleaned, without space around it, with one space where there were several. */
    public static String line(String typed) {
        return lines(typed).replaceAll(" {2,}", " ");
    }

    /** Text of several lines: cleaned, without space around it, with one LF for each line break. */
    public static String lines(String typed) {
        String composed = Normalizer.normalize(
                typed.replace("\r\n", "\n").replaceAll("[\\r\\x0B\\f\\x{85}\\x{2028}\\x{2029}]", "\n"),
                Normalizer.Form.NFC);
        int[] characters = composed.codePoints().toArray();
        StringBuilder clean = new StringBuilder(composed.length());
        for (int index = 0; index < characters.length; index++) {
            int character = characters[index];
            if (character == '\t'
                    || character == BRAILLE_BLANK
                    || Character.getType(character) == Character.SPACE_SEPARATOR) {
                clean.append(' ');
            } else if (!isInvisible(characters, index)) {
                clean.appendCodePoint(character);
            }
        }
        // What stood apart by something invisible may be one character now.
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** What is wrong with a line of at most {@code longest} code points; an empty one is not wrong in itself. */
    public static Optional<Flaw> flaw(String typed, int longest) {
        return typed == null ? Optional.of(Flaw.MISSING) : judged(line(typed), longest);
    }

    /** The same for text of several lines: each line break counts as one character. */
    public static Optional<Flaw> flawOfLines(String typed, int longest) {
        if (typed == null) {
            return Optional.of(Flaw.MISSING);
        }
        return judged(lines(typed).replace('\n', ' '), longest);
    }

    private static Optional<Flaw> judged(String clean, int longest) {
        if (clean.codePointCount(0, clean.length()) > longest) {
            return Optional.of(Flaw.TOO_LONG);
        }
        return clean.codePoints().anyMatch(Texts::isForbidden) ? Optional.of(Flaw.CONTROL_CHARACTER) : Optional.empty();
    }

    /** Control characters, and what no encoding can carry or no standard will ever define. */
    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE
                || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static boolean isInvisible(int[] characters, int index) {
        int character = characters[index];
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return !joins(characters, index);
        }
        if (isVariationSelector(character)) {
            return !varies(characters, index);
        }
        if (character >= FIRST_TAG && character <= LAST_TAG) {
            return !isOfFlag(characters, index);
        }
        return character == SOFT_HYPHEN
                || isFiller(character)
                || Character.getType(character) == Character.FORMAT && !isSeenThough(character);
    }

    /** Blank letters and marks that are no format characters by category: grapheme joiner, Hangul and Khmer fillers. */
    private static boolean isFiller(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character == 0x3164
                || character == 0xFFA0;
    }

    /** Format characters with a shape: the signs that stand before Arabic, Syriac and Kaithi numbers. */
    private static boolean isSeenThough(int character) {
        return character >= 0x0600 && character <= 0x0605
                || character == 0x06DD
                || character == 0x070F
                || character == 0x0890
                || character == 0x0891
                || character == 0x08E2
                || character == 0x110BD
                || character == 0x110CD;
    }

    /** Whether a joiner stands between letters it shapes, or a zero-width joiner between two parts of one emoji. */
    private static boolean joins(int[] characters, int index) {
        int before = index - 1;
        while (before > 0 && (isVariationSelector(characters[before]) || isSkinTone(characters[before]))) {
            before--;
        }
        if (before < 0 || index + 1 >= characters.length) {
            return false;
        }
        int left = characters[before];
        int right = characters[index + 1];
        if (isPicture(left) || isPicture(right)) {
            return characters[index] == ZERO_WIDTH_JOINER && isPicture(left) && isPicture(right);
        }
        return isOfJoiningScript(left) && isOfJoiningScript(right);
    }

    private static boolean isOfJoiningScript(int character) {
        return (Character.isLetter(character) || isMark(character)) && JOINING.contains(UnicodeScript.of(character));
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x180B && character <= 0x180F && character != 0x180E;
    }

    /** Whether there is something before it that has variants: a picture, a key, or a letter outside of the Latin script. */
    private static boolean varies(int[] characters, int index) {
        if (index == 0) {
            return false;
        }
        int before = characters[index - 1];
        boolean key = before == '#' || before == '*' || before >= '0' && before <= '9';
        return key
                ? index + 1 < characters.length && characters[index + 1] == KEYCAP
                : isPicture(before) || Character.isLetter(before) && UnicodeScript.of(before) != UnicodeScript.LATIN;
    }

    private static boolean isSkinTone(int character) {
        return character >= 0x1F3FB && character <= 0x1F3FF;
    }

    private static boolean isPicture(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL
                || isSkinTone(character)
                || character == 0x2194
                || character == 0x2195
                || character == 0x27A1;
    }

    /** Tags spell out the region on a black flag; anywhere else they are writing that nobody sees. */
    private static boolean isOfFlag(int[] characters, int index) {
        int before = index - 1;
        while (before >= 0 && characters[before] >= FIRST_TAG && characters[before] <= LAST_TAG) {
            before--;
        }
        return before >= 0 && characters[before] == BLACK_FLAG;
    }
}
