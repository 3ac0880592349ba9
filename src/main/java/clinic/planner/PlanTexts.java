package clinic.planner;

import clinic.platform.ClockTime;
import clinic.platform.StopsOnce;
import clinic.platform.TextTemplate;
import clinic.protocol.ProtocolNumbers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of the house about plans: why one is good, what blocks one, what would free it. The same at every door. */
public final class PlanTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private PlanTexts() {}

    public static String text(Remark remark, Locale locale) {
        return fill("remark." + remark.kind(), remark.facts(), locale);
    }

    public static String text(Relaxation relaxation, Locale locale) {
        return fill("relaxation." + relaxation.kind(), relaxation.facts(), locale);
    }

    /** Why nothing can be on those days. */
    public static String text(NoPlan.Blocker blocker, Collection<LocalDate> days, Locale locale) {
        return fill("blocked." + blocker, Map.of("days", days), locale);
    }

    /** The rule that cannot be kept on the days that are left. */
    public static String rule(ProtocolNumbers rule, Locale locale) {
        String unit = bundle(locale).getString("unit." + rule.gapUnit());
        return fill(
                rule.isSeries() ? "rule.series" : "rule.single",
                Map.of(
                        "visits",
                        rule.visits(),
                        "least",
                        rule.gapLeast(),
                        "most",
                        rule.gapMost(),
                        "unit",
                        unit,
                        "window",
                        rule.windowDays()),
                locale);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("clinic.planner.texts", locale, EXACT);
    }

    private static String fill(String key, Map<String, Object> facts, Locale locale) {
        return StopsOnce.in(
                TextTemplate.fill(bundle(locale).getString(key), name -> Optional.ofNullable(facts.get(name))
                        .map(fact -> spoken(fact, locale))));
    }

    private static String spoken(Object fact, Locale locale) {
        if (fact instanceof LocalDate day) {
            return DateTimeFormatter.ofPattern(bundle(locale).getString("format.day"), locale)
                    .format(day);
        }
        if (fact instanceof LocalTime time) {
            return ClockTime.text(time, locale);
        }
        if (fact instanceof DayOfWeek weekday) {
            return bundle(locale).getString("weekdays." + weekday);
        }
        return fact instanceof Collection<?> several
                ? several.stream().map(each -> spoken(each, locale)).collect(Collectors.joining(", "))
                : String.valueOf(fact);
    }
}
