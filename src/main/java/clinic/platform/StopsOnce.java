package clinic.platform;

import java.util.regex.Pattern;

/** What ends with an abbreviation ends a sentence as well: after the Spanish "p. m." there is no second full stop. */
public final class StopsOnce {
    private static final Pattern TWO = Pattern.compile("(?<!\\.)\\.\\.(?!\\.)");

    private StopsOnce() {}

    public static String in(String text) {
        return text.contains("..") ? TWO.matcher(text).replaceAll(".") : text;
    }
}
