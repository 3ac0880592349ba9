package clinic.booking;

import clinic.calendar.ClinicCalendar;
import clinic.patient.RedFlag;
import clinic.platform.ClockTime;
import clinic.platform.StopsOnce;
import clinic.platform.TextTemplate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of the house for its refusals and its advice, the same at every door. */
public final class BookingTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private BookingTexts() {}

    /** One sentence that names the rule in plain words. */
    public static String text(Refusal refusal, Locale locale) {
        String key = "refusal." + refusal.reason();
        return fill(bundle(locale).getString(key + variant(refusal, locale)), refusal.facts(), locale);
    }

    private static String variant(Refusal refusal, Locale locale) {
        if (refusal.facts().get("text") instanceof String which) {
            return "." + which;
        }
        if (refusal.facts().containsKey("held")) {
            return ".held";
        }
        if (refusal.facts().containsKey("both")) {
            return ".both";
        }
        if (refusal.facts().containsKey("series")) {
            return ".series";
        }
        if (refusal.reason() == Reason.MINOR && refusal.facts().containsKey("day")) {
            return ".on";
        }
        if (refusal.reason() == Reason.GAP_TOO_SHORT
                && Integer.valueOf(1).equals(refusal.facts().get("gap"))) {
            return ".one";
        }
        return spoken(refusal.facts().getOrDefault("name", ""), locale).isEmpty() ? "" : ".named";
    }

    /** What somebody who reports a red flag should do now. */
    public static String advice(RedFlag flag, String clinicPhone, Locale locale) {
        return fill(bundle(locale).getString("advice." + flag.call()), Map.of("phone", clinicPhone), locale);
    }

    /** A status or a kind of appointment as a word inside a sentence. */
    public static String word(Enum<?> fact, Locale locale) {
        return spoken(fact, locale);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("clinic.booking.texts", locale, EXACT);
    }

    private static String fill(String text, Map<String, Object> facts, Locale locale) {
        return StopsOnce.in(TextTemplate.fill(
                text, name -> Optional.ofNullable(facts.get(name)).map(fact -> spoken(fact, locale))));
    }

    private static String spoken(Object fact, Locale locale) {
        if (fact instanceof LocalDate day) {
            return day.format(DateTimeFormatter.ofPattern(bundle(locale).getString("format.day"), locale));
        }
        if (fact instanceof LocalTime time) {
            return ClockTime.text(time, locale);
        }
        if (fact instanceof ClinicCalendar.Day.Closed closed) {
            return closed.name(locale);
        }
        if (fact instanceof Status status) {
            return bundle(locale).getString("status." + status);
        }
        if (fact instanceof Enum<?> word && bundle(locale).containsKey("word." + word.name())) {
            return bundle(locale).getString("word." + word.name());
        }
        if (fact instanceof VisitKind kind) {
            return bundle(locale).getString("kind." + kind);
        }
        return fact instanceof List<?> several ? listed(several, locale) : String.valueOf(fact);
    }

    private static String listed(List<?> edges, Locale locale) {
        return edges.isEmpty()
                ? bundle(locale).getString("edge.none")
                : edges.stream()
                        .map(edge ->
                                edge instanceof Edge ? bundle(locale).getString("edge." + edge) : spoken(edge, locale))
                        .collect(Collectors.joining(", "));
    }
}
