package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.capacity.Purpose;
import clinic.planner.CourseDays;
import clinic.planner.CourseRules;
import clinic.planner.Courses;
import clinic.protocol.Gap;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What one visit of a series breaks by having a day, and what was so without it. */
class VisitGapsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    /** Gaps of two to five days, two weeks in all. */
    private static final Protocol PROTOCOL = Courses.MOOD_4;

    private static Protocol weekends(int most) {
        return new Protocol(
                "WEEKENDS", 1, 4, PROTOCOL.gap(), 14, most, new Phases(15, 45, 30, 15), Purpose.MOOD, 2, Set.of(4));
    }

    private static Map<Integer, LocalDate> days(int... after) {
        Map<Integer, LocalDate> days = new TreeMap<>();
        for (int no = 1; no <= after.length; no++) {
            if (after[no - 1] >= 0) {
                days.put(no, FIRST.plusDays(after[no - 1]));
            }
        }
        return days;
    }

    private static List<Reason> against(
            int no, Map<Integer, LocalDate> standing, Map<Integer, LocalDate> then, Integer... accepted) {
        return against(PROTOCOL, no, standing, then, accepted);
    }

    private static List<Reason> against(
            Protocol protocol,
            int no,
            Map<Integer, LocalDate> standing,
            Map<Integer, LocalDate> then,
            Integer... accepted) {
        return new VisitGaps(new CourseRules(protocol, new CourseDays(List.of())), standing, Set.of(accepted))
                .against(no, then).stream().map(Refusal::reason).toList();
    }

    @Test
    void namesTheGapOnEitherSide() {
        assertThat(against(2, days(0, 3, 6, 9), days(0, 1, 6, 9))).containsExactly(Reason.GAP_TOO_SHORT);
        assertThat(against(2, days(0, 3, 6, 9), days(0, 5, 6, 9))).containsExactly(Reason.GAP_TOO_SHORT);
        assertThat(against(2, days(0, 3, 6, 9), days(0, 4, 6, 9))).isEmpty();
    }

    @Test
    void leavesAloneWhatItHasNoPartIn() {
        assertThat(against(4, days(0, 7, 10, 13), days(0, 7, 10, 12))).isEmpty();
        assertThat(against(3, days(0, 7, 10, 13), days(0, 7, 14, 13))).contains(Reason.OUT_OF_ORDER);
    }

    @Test
    void comesBackToWhereItStoodThoughAGapThereWasAccepted() {
        Map<Integer, LocalDate> asItWas = days(0, 7, 10, 13);
        assertThat(against(2, asItWas, asItWas)).containsExactly(Reason.GAP_TOO_LONG);
        assertThat(against(2, asItWas, asItWas, 2)).isEmpty();
        assertThat(against(2, asItWas, days(0, 8, 10, 13), 2)).containsExactly(Reason.GAP_TOO_LONG);
    }

    @Test
    void acceptsNoShorterGapBecauseAShortOneWasAccepted() {
        Protocol threeDays = PROTOCOL.within(new Gap(Gap.Unit.CALENDAR_DAYS, 3, 4, 5), 14);
        Map<Integer, LocalDate> asItWas = days(0, 2, 6, 10);
        assertThat(against(threeDays, 2, asItWas, asItWas, 2)).isEmpty();
        assertThat(against(threeDays, 2, asItWas, days(0, 1, 6, 10), 2)).containsExactly(Reason.GAP_TOO_SHORT);
    }

    @Test
    void acceptsNoLongerWholeBecauseALongOneWasAccepted() {
        Protocol nineDays = PROTOCOL.within(PROTOCOL.gap(), 9);
        Map<Integer, LocalDate> asItWas = days(0, 3, 6, 10);
        assertThat(against(nineDays, 4, asItWas, asItWas, 4)).isEmpty();
        assertThat(against(nineDays, 4, asItWas, days(0, 3, 6, 11), 4)).containsExactly(Reason.WINDOW_EXCEEDED);
    }

    @Test
    void neverAcceptsAnotherOrder() {
        Map<Integer, LocalDate> asItWas = days(0, 3, 3, 6);
        assertThat(against(3, asItWas, asItWas, 3)).contains(Reason.OUT_OF_ORDER);
    }

    @Test
    void namesTheWeekendItPutsBetweenAndNoOther() {
        assertThat(against(weekends(0), 3, days(0, 2, -1, 8), days(0, 2, 6, 8)))
                .containsExactly(Reason.WEEKEND_BETWEEN);
        assertThat(against(weekends(0), 4, days(0, 2, 6, 8), days(0, 2, 6, 9))).isEmpty();
        assertThat(against(weekends(0), 3, days(0, 2, 6, 8), days(0, 2, 6, 8), 3))
                .isEmpty();
        assertThat(against(weekends(1), 1, days(-1, 6, 8, 13), days(2, 6, 8, 13)))
                .as("one too many, wherever it lies")
                .containsExactly(Reason.WEEKEND_BETWEEN);
    }

    @Test
    void makesTheWholeNoLongerThanItWas() {
        assertThat(against(4, days(0, 4, 8, 12), days(0, 5, 10, 15))).contains(Reason.WINDOW_EXCEEDED);
        assertThat(against(3, days(0, 5, 10, 15), days(0, 5, 10, 15))).isEmpty();
    }

    @Test
    void hasOneVisitMoreWhereThatWasAccepted() {
        assertThat(against(5, days(0, 5, 10, 14), days(0, 5, 10, 14, 17))).containsExactly(Reason.WINDOW_EXCEEDED);
        assertThat(against(5, days(0, 5, 10, 14), days(0, 5, 10, 14, 17), 5)).isEmpty();
    }
}
