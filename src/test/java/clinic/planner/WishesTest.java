package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a visit put together by hand does not keep of what the patient asked for. */
class WishesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final int AN_HOUR_AND_A_HALF = 6;
    private static final Wishes WISHES = new Wishes(
            MONDAY,
            MONDAY.plusDays(60),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
            new QuarterHours(36, 60),
            Set.of(MONDAY.plusDays(7)),
            Optional.empty());

    private static List<Reason> against(LocalDateTime start) {
        return WISHES.against(start, AN_HOUR_AND_A_HALF).stream()
                .map(Refusal::reason)
                .toList();
    }

    @Test
    void namesNothingWhereAllIsKept() {
        assertThat(against(MONDAY.atTime(9, 0))).isEmpty();
        assertThat(against(MONDAY.atTime(13, 30))).isEmpty();
    }

    @Test
    void namesTheWeekday() {
        assertThat(against(MONDAY.plusDays(1).atTime(10, 0))).containsExactly(Reason.WISH_WEEKDAY);
    }

    @Test
    void namesTheDateAndTheFirstDay() {
        assertThat(against(MONDAY.plusDays(7).atTime(10, 0))).containsExactly(Reason.WISH_DATE);
        assertThat(against(MONDAY.minusDays(7).atTime(10, 0))).containsExactly(Reason.WISH_EARLIEST);
    }

    @Test
    void namesTheHoursAndWhenTheVisitWouldEnd() {
        assertThat(against(MONDAY.atTime(8, 45))).containsExactly(Reason.WISH_HOURS);
        assertThat(WISHES.against(MONDAY.atTime(14, 0), AN_HOUR_AND_A_HALF))
                .extracting(refusal -> refusal.facts().get("end"))
                .containsExactly(LocalTime.of(15, 30));
    }
}
