package clinic.staff;

import clinic.platform.TextTemplate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for roles and for what is whose task, as pages and programs say them. */
public final class StaffTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private StaffTexts() {}

    public static String role(Role role, Locale locale) {
        return bundle(locale).getString("role." + role);
    }

    /** What the role may not do and who may; without a refusal, or of nobody's, that it may not. */
    public static String refused(Optional<NotAllowed> refused, Locale locale) {
        ResourceBundle words = bundle(locale);
        return refused.flatMap(no -> no.actor()
                        .role()
                        .map(role -> TextTemplate.fill(
                                words.getString("refused"),
                                Map.of(
                                        "role", role(role, locale),
                                        "task", words.getString("task." + no.task()),
                                        "roles", roles(no.task(), locale)))))
                .orElseGet(() -> words.getString("refused.nobody"));
    }

    private static String roles(Task task, Locale locale) {
        return Stream.of(Role.values())
                .filter(task::isFor)
                .map(role -> role(role, locale))
                .collect(Collectors.joining(", "));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("clinic.staff.texts", locale, EXACT);
    }
}
