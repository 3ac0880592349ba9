package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Verdict;
import clinic.capacity.Purpose;
import clinic.protocol.Gap;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import clinic.testing.House;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a protocol asks of the days of a series. */
class CourseRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Protocol MOOD = protocol(new Gap(Gap.Unit.CALENDAR_DAYS, 2, 3, 5), 9, Protocol.ANY_SPLITS);
    private static final Protocol WEEK = protocol(new Gap(Gap.Unit.CLINIC_DAYS, 1, 1, 1), 9, 0);

    private static Protocol protocol(Gap gap, int window, int splits) {
        return new Protocol("TRIED", 1, 3, gap, window, splits, new Phases(15, 45, 30, 15), Purpose.MOOD, 2, Set.of(1));
    }

    private static Map<Integer, List<Reason>> broken(Protocol protocol, int... daysFromMonday) {
        Map<Integer, LocalDate> visits = new TreeMap<>();
        for (int days : daysFromMonday) {
            visits.put(visits.size() + 1, MONDAY.plusDays(days));
        }
        CourseDays open = new CourseDays(MONDAY.datesUntil(MONDAY.plusDays(30))
                .filter(House.calendar()::isOpen)
                .toList());
        Map<Integer, List<Reason>> reasons = new TreeMap<>();
        new CourseRules(protocol, open)
                .broken(visits)
                .forEach((visit, refusals) -> reasons.put(
                        visit, refusals.stream().map(Refusal::reason).toList()));
        return reasons;
    }

    @Test
    void letsGapsOfBothBoundsPass() {
        assertThat(broken(MOOD, 0, 2, 7)).isEmpty();
    }

    @Test
    void refusesADayLess() {
        assertThat(broken(MOOD, 0, 1, 4)).isEqualTo(Map.of(2, List.of(Reason.GAP_TOO_SHORT)));
    }

    @Test
    void refusesADayMore() {
        assertThat(broken(MOOD, 0, 2, 8)).isEqualTo(Map.of(3, List.of(Reason.GAP_TOO_LONG)));
    }

    @Test
    void refusesADayMoreThanTheWindow() {
        assertThat(broken(MOOD, 0, 5, 10)).isEqualTo(Map.of(3, List.of(Reason.WINDOW_EXCEEDED)));
        assertThat(broken(MOOD, 0, 5, 9)).isEmpty();
    }

    @Test
    void countsClinicDaysAcrossAWeekend() {
        Protocol split = protocol(new Gap(Gap.Unit.CLINIC_DAYS, 1, 1, 1), 9, 1);
        assertThat(broken(split, 3, 4, 7)).isEmpty();
        assertThat(broken(split, 2, 4, 7)).isEqualTo(Map.of(2, List.of(Reason.GAP_TOO_LONG)));
    }

    @Test
    void refusesAWeekendTooMany() {
        assertThat(broken(WEEK, 3, 4, 7)).isEqualTo(Map.of(3, List.of(Reason.WEEKEND_BETWEEN)));
        assertThat(broken(WEEK, 0, 1, 2)).isEmpty();
    }

    @Test
    void refusesAVisitThatDoesNotComeAfterTheOneBefore() {
        assertThat(broken(MOOD, 2, 2, 4)).isEqualTo(Map.of(2, List.of(Reason.OUT_OF_ORDER)));
        assertThat(broken(MOOD, 7, 0, 9))
                .isEqualTo(Map.of(2, List.of(Reason.OUT_OF_ORDER), 3, List.of(Reason.GAP_TOO_LONG)));
        assertThat(new Verdict(List.of(Refusal.of(Reason.OUT_OF_ORDER, Refusal.START)), List.of()).isOverridable())
                .as("no reason makes the third visit the second")
                .isFalse();
    }

    @Test
    void countsTheWindowFromTheEarliestToTheLatest() {
        assertThat(broken(MOOD, 11, 0, 13).get(3)).contains(Reason.WINDOW_EXCEEDED);
    }

    @Test
    void skipsAVisitThatFellAway() {
        CourseRules rules = new CourseRules(MOOD, new CourseDays(List.of(MONDAY, MONDAY.plusDays(4))));
        assertThat(rules.broken(Map.of(1, MONDAY, 3, MONDAY.plusDays(4)))).isEmpty();
    }

    /** A booster has no window: it is counted from the last treatment before it, and only its gap is. */
    @Test
    void asksNoWindowOfASingleVisit() {
        Protocol booster = new Protocol(
                "BOOSTER",
                1,
                1,
                new Gap(Gap.Unit.CALENDAR_DAYS, 14, 28, 42),
                0,
                Protocol.ANY_SPLITS,
                new Phases(15, 45, 30, 15),
                Purpose.MOOD,
                2,
                Set.of(1));
        CourseRules rules = new CourseRules(booster, new CourseDays(List.of()));

        assertThat(rules.broken(Map.of(0, MONDAY, 1, MONDAY.plusDays(28)))).isEmpty();
        assertThat(rules.broken(Map.of(0, MONDAY, 1, MONDAY.plusDays(13)))).containsOnlyKeys(1);
    }
}
