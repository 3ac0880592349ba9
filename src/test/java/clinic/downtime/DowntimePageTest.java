package clinic.downtime;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Status;
import clinic.booking.VisitKind;
import clinic.calendar.Clinic;
import clinic.calendar.QuarterHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DowntimePageTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private final Clinic clinic = new Clinic("Sherman Oaks office", "Street", "City", "818-217-8699", ZONE);

    private static DowntimeLine infusion() {
        return new DowntimeLine(
                new QuarterHours(40, 46),
                VisitKind.INFUSION,
                Status.CONFIRMED,
                "Ana <b>Ruiz</b>",
                "+18185550142",
                Optional.of("Luz Ruiz"),
                Optional.of("3 of 6"),
                "R2",
                "Second prescriber",
                Optional.of("Nurse A"));
    }

    private String page(List<DowntimeLine> lines) {
        return new DowntimePage().html(clinic, MONDAY, lines, ZonedDateTime.of(2026, 12, 6, 18, 3, 0, 0, ZONE));
    }

    @Test
    void saysWhoComesWhenAndWhereAndWhomToCall() {
        assertThat(page(List.of(infusion())))
                .contains("Monday, December 7, 2026", "10:00 AM – 11:30 AM", "for Luz Ruiz", "+18185550142")
                .contains("infusion, visit 3 of 6", "R2", "Second prescriber", "Nurse A", "confirmed")
                .contains("Sherman Oaks office, 818-217-8699", "Written Sun, Dec 6, 2026, 6:03 PM");
    }

    @Test
    void escapesWhatWasTyped() {
        assertThat(page(List.of(infusion())))
                .contains("Ana &lt;b&gt;Ruiz&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void needsNothingBesideIt() {
        assertThat(page(List.of(infusion()))).doesNotContain("<script", "href", "src=", "@import");
    }

    @Test
    void saysThatADayIsEmpty() {
        assertThat(page(List.of())).contains("No appointments.").doesNotContain("<table");
    }
}
