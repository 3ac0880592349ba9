package clinic.planner;

import clinic.protocol.Gap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The open days a series may be planned on, in order, and what lies between them. Gaps are differences of local dates: an
 * hour's change between two visits changes nothing.
 */
public final class CourseDays {
    private static final int DAYS_A_WEEK = 7;
    /** December 28, 1969, in epoch days. */
    private static final int A_SUNDAY = -4;

    private final LocalDate[] days;
    private final long[] epoch;
    private final long[] week;
    private final int[] weekday;
    private final int weekdays;

    /** Every day the clinic is open in the time planned for, wished for or not: clinic days are counted by them. */
    public CourseDays(List<LocalDate> openDays) {
        days = openDays.stream().sorted().distinct().toArray(LocalDate[]::new);
        epoch = Arrays.stream(days).mapToLong(LocalDate::toEpochDay).toArray();
        week = Arrays.stream(days).mapToLong(CourseDays::week).toArray();
        List<DayOfWeek> met = Arrays.stream(days)
                .map(LocalDate::getDayOfWeek)
                .distinct()
                .sorted()
                .toList();
        weekday = Arrays.stream(days)
                .mapToInt(day -> met.indexOf(day.getDayOfWeek()))
                .toArray();
        weekdays = met.size();
    }

    public int count() {
        return days.length;
    }

    public LocalDate at(int index) {
        return days[index];
    }

    public int indexOf(LocalDate day) {
        return Arrays.binarySearch(days, day);
    }

    /** From an earlier day to a later one, in calendar days. */
    int span(int earlier, int later) {
        return (int) (epoch[later] - epoch[earlier]);
    }

    /** The same of any two dates, open or not: of clinic days it counts those after the earlier, the later included. */
    public int gap(Gap.Unit unit, LocalDate earlier, LocalDate later) {
        return unit == Gap.Unit.CLINIC_DAYS
                ? (int) Arrays.stream(days)
                        .filter(day -> day.isAfter(earlier) && !day.isAfter(later))
                        .count()
                : (int) (later.toEpochDay() - earlier.toEpochDay());
    }

    int gap(Gap.Unit unit, int earlier, int later) {
        return unit == Gap.Unit.CLINIC_DAYS ? later - earlier : span(earlier, later);
    }

    /** Whether a weekend lies between two days. */
    boolean splitsAWeekend(int earlier, int later) {
        return week[earlier] < week[later];
    }

    public static boolean splitsAWeekend(LocalDate earlier, LocalDate later) {
        return week(earlier) < week(later);
    }

    /** Weeks end on Sundays. */
    private static long week(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() - A_SUNDAY - 1, DAYS_A_WEEK);
    }

    /** Which of the days of the week that occur it is, from 0. */
    int weekday(int index) {
        return weekday[index];
    }

    /** How many days of the week occur. */
    int weekdays() {
        return weekdays;
    }
}
