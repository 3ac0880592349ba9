package clinic.notification;

import clinic.platform.TextTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of letters in one language. A language nobody translated is answered in English. */
final class LetterTexts {
    /** As spoken where the clinic stands: Spanish of the United States, with its way to write the time. */
    private static final List<Locale> SPOKEN = List.of(Locale.US, Locale.forLanguageTag("es-US"));

    private final Locale locale;
    private final ResourceBundle words;

    private LetterTexts(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "clinic.notification.letters",
                Locale.forLanguageTag(locale.getLanguage()),
                LetterTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static LetterTexts in(String language) {
        return new LetterTexts(SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.US));
    }

    Locale locale() {
        return locale;
    }

    String language() {
        return locale.getLanguage();
    }

    String say(String key) {
        return words.getString(key);
    }

    /** The text with each {@code {name}} replaced by its fact. */
    String say(String key, Map<String, String> facts) {
        return TextTemplate.fill(say(key), facts);
    }
}
