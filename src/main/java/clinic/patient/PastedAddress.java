package clinic.patient;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The email address in what was typed or pasted: {@code Ana Ruiz <ana@example.org>}, {@code mailto:ana@example.org?subject=x},
 * {@code "ana@example.org";}. Only what stands around an address is taken away, never a part of it, and only where exactly one
 * address can be meant. Whether it is one is {@link EmailAddress}'s to say.
 */
public final class PastedAddress {
    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<([^<>]*)>[\\s,;.]*");
    private static final Pattern LINK = Pattern.compile("(?i)(?:mailto|e-?mail|correo)\\s*:\\s*([^?]*)(?:\\?.*)?");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String AROUND = "[\\s\"'“”‘’«»()\\[\\]<>,;:]";
    private static final Pattern START = Pattern.compile("^" + AROUND + "+");
    private static final Pattern END = Pattern.compile("(?:" + AROUND + "|[.!?])+$");
    private static final int FULL_WIDTH = 0xFEE0;

    private PastedAddress() {}

    /** The address as it was understood; text in which there is none comes back cleaned, and is refused elsewhere. */
    public static String read(String typed) {
        String text = narrow(Texts.line(typed));
        Matcher brackets = IN_BRACKETS.matcher(text);
        if (brackets.matches() && brackets.group(1).indexOf('@') >= 0 && isTheOnly(brackets.group(1), text)) {
            text = brackets.group(1);
        }
        text = trimmed(text);
        for (Matcher link = LINK.matcher(text); link.matches(); link = LINK.matcher(text)) {
            text = trimmed(unescaped(link.group(1)));
        }
        return text.replaceAll("\\s*@\\s*", "@");
    }

    /** A name before the brackets may repeat the address; another one there makes it two. */
    private static boolean isTheOnly(String address, String text) {
        return text.replace(address, "").indexOf('@') < 0;
    }

    private static String trimmed(String text) {
        return END.matcher(START.matcher(text).replaceFirst("")).replaceFirst("");
    }

    private static String unescaped(String link) {
        return ESCAPED.matcher(link).find()
                ? Texts.line(URLDecoder.decode(
                        link.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8))
                : link;
    }

    /** As a keyboard for East Asian text may write it: full-width letters and signs, and the ideographic full stop. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> letter >= 0xFF01 && letter <= 0xFF5E ? letter - FULL_WIDTH : letter)
                .map(letter -> letter == '。' || letter == '｡' ? '.' : letter)
                .forEach(narrow::appendCodePoint);
        return narrow.toString();
    }
}
