package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A nurse on one day. What she does not work between her first quarter-hour and her last is a break, planned or not.
 *
 * @param shift from coming to going; nothing if she does not come
 */
public record Nurse(long id, String name, DayVector working, Optional<QuarterHours> shift) {
    public Nurse(long id, String name, DayVector working) {
        this(id, name, working, shift(working));
    }

    private static Optional<QuarterHours> shift(DayVector working) {
        int[] at = IntStream.range(0, QuarterHours.PER_DAY)
                .filter(quarter -> working.at(quarter) > 0)
                .toArray();
        return at.length == 0 ? Optional.empty() : Optional.of(new QuarterHours(at[0], at[at.length - 1] + 1));
    }

    public boolean works(int quarter) {
        return working.at(quarter) > 0;
    }

    /** On shift, at work or on a break. */
    boolean isThere(int quarter) {
        return shift.filter(span -> span.start() <= quarter && quarter < span.end())
                .isPresent();
    }

    public List<QuarterHours> breaks() {
        List<QuarterHours> breaks = new ArrayList<>();
        shift.ifPresent(span -> {
            int from = span.start();
            for (int quarter = span.start(); quarter < span.end(); quarter++) {
                if (works(quarter)) {
                    if (from < quarter) {
                        breaks.add(new QuarterHours(from, quarter));
                    }
                    from = quarter + 1;
                }
            }
        });
        return breaks;
    }
}
