package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.planner.CourseDays;
import clinic.planner.CourseRules;
import clinic.planner.Courses;
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
        return new VisitGaps(new CourseRules(PROTOCOL, new CourseDays(List.of())), standing, Set.of(accepted))
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
