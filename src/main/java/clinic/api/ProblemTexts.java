package clinic.api;

import clinic.platform.TextTemplate;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whose task it is not, and whose it is. */
    static String notAllowed(NotAllowed refused, Locale locale) {
        ResourceBundle words = bundle(locale);
        if (refused.actor().role().isEmpty()) {
            return detail(Fault.NOT_ALLOWED, locale);
        }
        return TextTemplate.fill(
                words.getString("NOT_ALLOWED.role"),
                Map.of(
                        "role", word(refused.actor().role().get(), words),
                        "task", words.getString("task." + refused.task()),
                        "roles",
                                Stream.of(Role.values())
                                        .filter(refused.task()::isFor)
                                        .map(role -> word(role, words))
                                        .collect(Collectors.joining(", "))));
    }

    private static String word(Role role, ResourceBundle words) {
        return words.getString("role." + role);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("clinic.api.problems", locale, EXACT);
    }
}
