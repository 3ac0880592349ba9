package clinic.planner;

import clinic.capacity.Purpose;
import clinic.protocol.Gap;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Protocols and every legal course of them, found the slow way. */
public final class Courses {
    public static final Protocol MOOD_6 = mood(6, 21, Set.of(2, 6));
    public static final Protocol MOOD_4 = mood(4, 14, Set.of(2, 4));
    public static final Protocol PAIN_MID_3 = new Protocol(
            "PAIN_MID_3",
            1,
            3,
            new Gap(Gap.Unit.CALENDAR_DAYS, 1, 2, 4),
            14,
            Protocol.ANY_SPLITS,
            new Phases(30, 120, 60, 15),
            Purpose.PAIN,
            3,
            Set.of(1, 3));
    public static final Protocol PAIN_5DAY = pain(5, 7, 0, Set.of(5));
    static final Protocol CRPS_10DAY = pain(10, 14, 1, Set.of(5, 10));
    /** Its window rules out what its gaps would like best. */
    static final Protocol TIGHT_4 = MOOD_4.within(new Gap(Gap.Unit.CALENDAR_DAYS, 1, 3, 5), 8);

    /** A gap may cross two weekends and counts for one then. */
    static final Protocol FEW_WEEKENDS_5 = new Protocol(
            "FEW_WEEKENDS_5",
            1,
            5,
            new Gap(Gap.Unit.CALENDAR_DAYS, 1, 9, 11),
            28,
            2,
            new Phases(15, 45, 30, 15),
            Purpose.MOOD,
            2,
            Set.of(5));

    private Courses() {}

    static Protocol mood(int visits, int window, Set<Integer> checkpoints) {
        return new Protocol(
                "MOOD_" + visits,
                1,
                visits,
                new Gap(Gap.Unit.CALENDAR_DAYS, 2, 3, 5),
                window,
                Protocol.ANY_SPLITS,
                new Phases(15, 45, 30, 15),
                Purpose.MOOD,
                2,
                checkpoints);
    }

    private static Protocol pain(int visits, int window, int splits, Set<Integer> checkpoints) {
        return new Protocol(
                "PAIN_" + visits,
                1,
                visits,
                new Gap(Gap.Unit.CLINIC_DAYS, 1, 1, 1),
                window,
                splits,
                new Phases(30, 240, 60, 15),
                Purpose.PAIN,
                3,
                checkpoints);
    }

    /** Mondays to Fridays, without the closed ones. */
    public static CourseDays weekdays(LocalDate from, int days, LocalDate... closed) {
        return new CourseDays(IntStream.range(0, days)
                .mapToObj(from::plusDays)
                .filter(day ->
                        day.getDayOfWeek().getValue() <= 5 && !List.of(closed).contains(day))
                .toList());
    }

    /** Every legal choice of days that begins on the first of them, by the words of the protocol alone. */
    static List<List<LocalDate>> all(Protocol protocol, List<LocalDate> open) {
        List<List<LocalDate>> found = new ArrayList<>();
        extend(protocol, open, List.of(open.get(0)), found);
        return found;
    }

    private static void extend(
            Protocol protocol, List<LocalDate> open, List<LocalDate> course, List<List<LocalDate>> found) {
        if (course.size() == protocol.visits()) {
            found.add(course);
            return;
        }
        LocalDate last = course.get(course.size() - 1);
        for (LocalDate next : open) {
            long calendar = next.toEpochDay() - last.toEpochDay();
            long gap = protocol.gap().unit() == Gap.Unit.CALENDAR_DAYS
                    ? calendar
                    : open.stream()
                            .filter(day -> day.isAfter(last) && !day.isAfter(next))
                            .count();
            long span = next.toEpochDay() - course.get(0).toEpochDay();
            if (calendar > 0
                    && gap >= protocol.gap().least()
                    && gap <= protocol.gap().most()
                    && span <= protocol.windowDays()) {
                List<LocalDate> longer = new ArrayList<>(course);
                longer.add(next);
                if (weekendsIn(longer) <= protocol.mostWeekendSplits()) {
                    extend(protocol, open, longer, found);
                }
            }
        }
    }

    private static long weekendsIn(List<LocalDate> course) {
        return IntStream.range(1, course.size())
                .filter(visit -> course.get(visit - 1)
                        .datesUntil(course.get(visit))
                        .anyMatch(day -> day.getDayOfWeek().getValue() == 6))
                .count();
    }
}
