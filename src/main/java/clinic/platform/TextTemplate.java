package clinic.platform;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the {@code {name}} placeholders of a text in one pass. What a value itself contains is never filled again: a
 * patient who calls himself {@code {day}} is called exactly that.
 */
public final class TextTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private TextTemplate() {}

    /** The text with each placeholder replaced; one that the values do not name stays as it stands. */
    public static String fill(String text, Map<String, String> values) {
        return fill(text, name -> Optional.ofNullable(values.get(name)));
    }

    /** The same for values that are found, and put into words, by their name. */
    public static String fill(String text, Function<String, Optional<String>> value) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(placeholder -> Matcher.quoteReplacement(
                        value.apply(placeholder.group(1)).orElse(placeholder.group())));
    }
}
