package clinic.api;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of problems: a title for every code, and a sentence for what is not a refusal of the clinic's. */
final class ProblemTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static String title(String code, Locale locale) {
        return bundle(locale).getString(code + ".title");
    }

    static String detail(Fault fault, Locale locale) {
        return bundle(locale).getString(fault + ".detail");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("clinic.api.problems", locale, EXACT);
    }
}
