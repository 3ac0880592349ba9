package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of the clinic's page of terms: how many courses are legal, the shortest and the longest. */
class LegalCoursesTest {
    private static final LocalDate NO_DAY = LocalDate.EPOCH;
    private static final Map<String, Protocol> PROTOCOLS = Map.of(
            "MOOD_6", Courses.MOOD_6,
            "MOOD_4", Courses.MOOD_4,
            "PAIN_MID_3", Courses.PAIN_MID_3,
            "PAIN_5DAY", Courses.PAIN_5DAY,
            "CRPS_10DAY", Courses.CRPS_10DAY);

    @ParameterizedTest
    @CsvSource({
        "MOOD_6, 2026-03-02, , 107, 11, 21",
        "MOOD_6, 2026-03-03, , 73, 13, 21",
        "MOOD_6, 2026-03-06, , 109, 12, 21",
        "MOOD_4, 2026-03-02, , 18, 7, 14",
        "PAIN_MID_3, 2026-03-02, , 9, 2, 8",
        "MOOD_6, 2026-05-21, , 72, 13, 21",
        "MOOD_6, 2026-05-21, 2026-05-25, 29, 15, 21",
        "PAIN_5DAY, 2026-03-02, , 1, 4, 4",
        "PAIN_5DAY, 2026-03-03, , 0, 0, 0",
        "CRPS_10DAY, 2026-03-02, , 1, 11, 11"
    })
    void areAsManyAndAsLongAsWorkedOut(
            String protocol, LocalDate first, LocalDate closed, int courses, int shortest, int longest) {
        Counted counted = count(PROTOCOLS.get(protocol), first, closed == null ? NO_DAY : closed);

        assertThat(counted).isEqualTo(new Counted(courses, shortest, longest));
    }

    private record Counted(int courses, int shortest, int longest) {}

    /** Counts by asking the planner's own question of every pair of days. */
    private static Counted count(Protocol protocol, LocalDate first, LocalDate closed) {
        CourseDays days = Courses.weekdays(first, 40, closed);
        CourseSteps steps = new CourseSteps(protocol.gap(), protocol.gap(), days, Price.USUAL);
        int[] spans = new int[protocol.windowDays() + 1];
        walk(protocol, days, steps, 0, 1, 0, spans);
        int[] met =
                IntStream.range(0, spans.length).filter(span -> spans[span] > 0).toArray();
        return met.length == 0
                ? new Counted(0, 0, 0)
                : new Counted(IntStream.of(spans).sum(), met[0], met[met.length - 1]);
    }

    private static void walk(
            Protocol protocol, CourseDays days, CourseSteps steps, int day, int visits, int splits, int[] spans) {
        if (visits == protocol.visits()) {
            spans[days.span(0, day)]++;
            return;
        }
        for (int next = steps.first(day); next < steps.end(day); next++) {
            int crossed = splits + (days.splitsAWeekend(day, next) ? 1 : 0);
            if (days.span(0, next) <= protocol.windowDays() && crossed <= protocol.mostWeekendSplits()) {
                walk(protocol, days, steps, next, visits + 1, crossed, spans);
            }
        }
    }

    @Test
    void countAnHoursChangeAsNothing() {
        CourseDays days = Courses.weekdays(LocalDate.of(2026, 3, 6), 7);

        assertThat(days.gap(Gap.Unit.CALENDAR_DAYS, 0, 1)).isEqualTo(3);
        assertThat(days.gap(Gap.Unit.CLINIC_DAYS, 0, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, 2026-03-07, false", "2026-03-07, 2026-03-08, false", "2026-03-08, 2026-03-09, true"})
    void crossAWeekendWhereASundayEnds(LocalDate earlier, LocalDate later, boolean crosses) {
        CourseDays days = new CourseDays(List.of(earlier, later));

        assertThat(days.splitsAWeekend(0, 1)).isEqualTo(crosses);
        assertThat(CourseDays.splitsAWeekend(earlier, later)).isEqualTo(crosses);
    }
}
