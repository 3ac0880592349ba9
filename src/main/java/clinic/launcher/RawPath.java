package clinic.launcher;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The path of a request as it came over the wire, judged before the server or any filter reads it. A path that two
 * readers could understand differently is refused: each would guard another page than the one that answers.
 */
final class RawPath {
    /** In bytes as they were sent; the longest path of ours has some 150. */
    static final int LONGEST = 1024;

    private static final int HEX = 16;
    private static final String PLAIN = "-._~!$&'()*+,=:@";

    private RawPath() {}

    /**
     * Whether every reader understands the path alike.
     *
     * @param path without the query; {@code *} is what OPTIONS asks of the server as a whole
     */
    static boolean isPlain(String path) {
        if (path.equals("*")) {
            return true;
        }
        if (path.length() > LONGEST || !path.startsWith("/")) {
            return false;
        }
        String[] segments = path.substring(1).split("/", -1);
        for (int index = 0; index < segments.length; index++) {
            boolean last = index == segments.length - 1;
            if (segments[index].isEmpty() ? !last : !isPlainSegment(segments[index])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainSegment(String segment) {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        for (int at = 0; at < segment.length(); at++) {
            char sign = segment.charAt(at);
            if (sign == '%') {
                int value = escaped(segment, at);
                if (isDangerous(value)) {
                    return false;
                }
                bytes.put((byte) value);
                at += 2;
            } else if (isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0) {
                bytes.put((byte) sign);
            } else {
                return false;
            }
        }
        return isText(bytes.flip());
    }

    /** The byte that is written as a percent sign and two digits, or -1. */
    private static int escaped(String segment, int at) {
        if (at + 2 >= segment.length()) {
            return -1;
        }
        int high = Character.digit(segment.charAt(at + 1), HEX);
        int low = Character.digit(segment.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : HEX * high + low;
    }

    /** Control characters, and what would mean something else once it is decoded: / \ ; % ? # and the dot. */
    private static boolean isDangerous(int value) {
        return value < ' ' || value == 0x7F || "/\\;%?#.".indexOf(value) >= 0;
    }

    private static boolean isText(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return !text.equals(".") && !text.equals("..") && text.chars().noneMatch(Character::isISOControl);
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private static boolean isLetterOrDigit(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
    }
}
