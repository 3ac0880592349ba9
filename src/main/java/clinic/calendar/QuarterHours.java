package clinic.calendar;

import java.time.LocalTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A half-open span of one day in quarter-hours: {@code [start, end)}, counted from midnight of the clinic's wall clock.
 *
 * @param start first quarter-hour, 0..95, inclusive
 * @param end quarter-hour after the last, 1..96, exclusive
 */
public record QuarterHours(int start, int end) {
    public static final int PER_DAY = 96;
    public static final int MINUTES = 15;

    public QuarterHours {
        if (start < 0 || end > PER_DAY || start >= end) {
            throw new IllegalArgumentException("not a span of a day: [" + start + ", " + end + ")");
        }
    }

    /** The span from {@code opens} to {@code closes}; both must lie on a quarter-hour, and midnight closes the day. */
    public static QuarterHours between(LocalTime opens, LocalTime closes) {
        int end = quarterOf(closes);
        return new QuarterHours(quarterOf(opens), end == 0 ? PER_DAY : end);
    }

    /** The span that starts at {@code start} and lasts {@code minutes}, rounded up to whole quarter-hours. */
    public static QuarterHours lasting(LocalTime start, int minutes) {
        int first = quarterOf(start);
        return new QuarterHours(first, first + quarters(minutes));
    }

    /** Minutes rounded up to whole quarter-hours. */
    public static int quarters(int minutes) {
        return (minutes + MINUTES - 1) / MINUTES;
    }

    public static boolean onGrid(LocalTime time) {
        return time.toSecondOfDay() % (MINUTES * 60) == 0 && time.getNano() == 0;
    }

    private static int quarterOf(LocalTime time) {
        if (!onGrid(time)) {
            throw new IllegalArgumentException(time + " does not lie on a quarter-hour");
        }
        return time.toSecondOfDay() / (MINUTES * 60);
    }

    public LocalTime startsAt() {
        return timeOf(start);
    }

    /** The wall clock at the end; midnight when the span ends with the day. */
    public LocalTime endsAt() {
        return timeOf(end);
    }

    private static LocalTime timeOf(int quarter) {
        return LocalTime.ofSecondOfDay(quarter % PER_DAY * MINUTES * 60L);
    }

    /** Whether the span has ended at that moment of its day; its end itself is after it. */
    public boolean isOverAt(LocalTime time) {
        return end < PER_DAY && !time.isBefore(endsAt());
    }

    public int length() {
        return end - start;
    }

    /** Each quarter-hour of it by itself. */
    public Stream<QuarterHours> quarters() {
        return IntStream.range(start, end).mapToObj(quarter -> new QuarterHours(quarter, quarter + 1));
    }

    public boolean contains(QuarterHours other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(QuarterHours other) {
        return start < other.end && other.start < end;
    }

    /** This span made longer at its end, but never past midnight. */
    public QuarterHours extendedBy(int quarters) {
        return new QuarterHours(start, Math.min(PER_DAY, end + quarters));
    }

    @Override
    public String toString() {
        return startsAt() + "-" + (end == PER_DAY ? "24:00" : endsAt());
    }
}
