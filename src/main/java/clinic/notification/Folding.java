package clinic.notification;

/** Lines as RFC 5545 wants them: at most 75 octets, a character never cut in two, continued behind a space. */
final class Folding {
    private static final int OCTETS = 75;

    private Folding() {}

    /** Folds lines that end with CRLF. */
    static String fold(String lines) {
        StringBuilder folded = new StringBuilder(lines.length() + lines.length() / 32);
        int octets = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            int character = lines.codePointAt(i);
            if (character == '\r' || character == '\n') {
                octets = 0;
            } else if (octets + octets(character) > OCTETS) {
                folded.append("\r\n ");
                octets = 1 + octets(character);
            } else {
                octets += octets(character);
            }
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
