package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.StaffVisit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarPageTest {
    private static CalendarPage.Day day(int listed, int many) {
        List<StaffVisit> visits = Collections.nCopies(listed, null);
        return new CalendarPage.Day(LocalDate.of(2026, 11, 23), "", visits, many, "").first(80);
    }

    /** Catches: a page of a megabyte for a house with twenty clinicians, or visits left out without a word. */
    @Test
    void listsSoManyOfADayAndSaysHowManyMoreThereAre() {
        assertThat(day(80, 80)).satisfies(all -> {
            assertThat(all.visits()).hasSize(80);
            assertThat(all.more()).isZero();
        });
        assertThat(day(93, 93)).satisfies(some -> {
            assertThat(some.visits()).hasSize(80);
            assertThat(some.more()).isEqualTo(13);
        });
        assertThat(day(0, 120).more()).as("of a month, which lists nothing").isZero();
    }
}
