package clinic.notification;

/** Text for places that end with the line, such as headers: a line break in it could begin a header of its own. */
final class OneLine {
    private OneLine() {}

    /** The text with every control character and line separator turned into a space; everything else stays. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+", " ").strip();
    }
}
