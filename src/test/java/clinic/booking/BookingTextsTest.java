package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.ClinicCalendar.Day;
import clinic.calendar.ClinicCalendar.Why;
import clinic.patient.Language;
import clinic.patient.RedFlag;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BookingTextsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Property
    void hasASentenceForEveryReasonInEveryLanguage(@ForAll Reason reason, @ForAll Language language) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "minutes", 30, "days", 90, "last", DAY, "day", DAY, "most", 100, "least", 0, "span", 21, "gap", 6));
        facts.putAll(Map.of("opens", LocalTime.of(8, 0), "closes", LocalTime.of(19, 0), "from", LocalTime.of(9, 0)));
        facts.putAll(
                Map.of("before", 2, "after", 3, "visits", 5, "needed", 6, "code", "MOOD_6", "state", Status.BOOKED));
        facts.putAll(Map.of("a", "one@example.org", "b", "two@example.org"));
        facts.putAll(Map.of("open", "alert", "now", "339.5 lb (154 kg)", "percent", 10, "value", 120));
        facts.putAll(Map.of("systolic", 80, "several", "weight, pounds"));
        facts.putAll(Map.of("nurse", "Kim", "by", "Noor", "to", LocalTime.of(10, 0), "units", 6, "heads", 3));
        facts.put("end", LocalTime.of(11, 0));
        facts.put("reason", "Off sick");
        facts.put("phone", "818-217-8699");
        String text = BookingTexts.text(new Refusal(reason, "start", facts), language.locale());
        assertThat(text).endsWith(".").doesNotContain("{").doesNotContain("}");
    }

    @Property
    void hasAdviceForEveryRedFlagInEveryLanguage(@ForAll RedFlag flag, @ForAll Language language) {
        assertThat(BookingTexts.advice(flag, "818-217-8699", language.locale()))
                .doesNotContain("{")
                .containsAnyOf("911", "988", "818-217-8699");
    }

    @Test
    void namesTheHolidayAndTheHoursInTheLanguageAskedFor() {
        Refusal closed = new Refusal(
                Reason.CLOSED, "start", Map.of("day", DAY, "name", new Day.Closed(Why.HOLIDAY, "THANKSGIVING")));
        assertThat(BookingTexts.text(closed, Locale.US))
                .isEqualTo("We are closed on Thursday, November 26, 2026 (Thanksgiving Day).");
        assertThat(BookingTexts.text(Refusal.outsideHours(LocalTime.of(8, 0), LocalTime.of(19, 0)), Locale.US))
                .isEqualTo("That is outside our hours, 8:00 AM to 7:00 PM. A visit must end by 7:00 PM.");
    }

    @Test
    void namesNothingWhereADayHasNoName() {
        Refusal saturday = new Refusal(
                Reason.CLOSED, "start", Map.of("day", DAY.plusDays(2), "name", new Day.Closed(Why.WEEKDAY, "")));
        assertThat(BookingTexts.text(saturday, Locale.US)).isEqualTo("We are closed on Saturday, November 28, 2026.");
    }

    @Test
    void neverFillsWhatANameContains() {
        Refusal taken = new Refusal(
                Reason.SLOT_TAKEN,
                "start",
                Map.of("name", "{to} {from}", "from", LocalTime.of(9, 0), "to", LocalTime.of(10, 0)));
        assertThat(BookingTexts.text(taken, Locale.US))
                .startsWith("{to} {from} is taken")
                .contains("9:00 AM");
    }

    @Test
    void counts() {
        Map<String, Object> gap = Map.of("before", 4, "after", 5, "gap", 1, "least", 2, "most", 5);
        assertThat(BookingTexts.text(new Refusal(Reason.GAP_TOO_SHORT, "start", gap), Locale.US))
                .isEqualTo("Visits 4 and 5 would be 1 day apart; at least 2 are needed.");
    }

    @Test
    void endsASentenceOnce() {
        String spanish = BookingTexts.text(
                Refusal.outsideHours(LocalTime.of(8, 0), LocalTime.of(19, 0)), Language.SPANISH.locale());
        assertThat(spanish).endsWith(".").doesNotContain("..");
    }

    @Test
    void speaksSpanish() {
        assertThat(ResourceBundle.getBundle("clinic.booking.texts", Locale.forLanguageTag("es"))
                        .getString("refusal.REQUIRED"))
                .startsWith("Por favor");
    }
}
