package clinic.api;

import java.util.OptionalInt;

/** Versions of records as HTTP writes them: {@code ETag} goes out, {@code If-Match} may come in. */
final class Versions {
    private static final int NEVER = -1;

    private Versions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version somebody saw; none when any will do. What is no version of ours is older than every one. */
    static OptionalInt seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return OptionalInt.empty();
        }
        String version = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        return OptionalInt.of(version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : NEVER);
    }
}
