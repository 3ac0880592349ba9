package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a day that looks the same all through to somebody who seeks a place in it. Pure. */
public record Stretch(QuarterHours span, State state) {
    /** Whether there is a place. */
    public enum State {
        /** Nobody is there, or nothing is open. */
        CLOSED,
        /** Open, and all of it taken or held. */
        FULL,
        FREE
    }

    /**
     * The stretches of a span, without a gap between them.
     *
     * @param needs of each group of loads one must have a place: a room, and a clinician
     */
    public static List<Stretch> of(QuarterHours span, List<List<Load>> needs) {
        List<Stretch> stretches = new ArrayList<>();
        int start = span.start();
        for (int end = start + 1; end <= span.end(); end++) {
            if (end == span.end() || state(end, needs) != state(start, needs)) {
                stretches.add(new Stretch(new QuarterHours(start, end), state(start, needs)));
                start = end;
            }
        }
        return stretches;
    }

    /** How many quarter-hours of a span have a place. */
    public static int free(QuarterHours span, List<List<Load>> needs) {
        return (int) IntStream.range(span.start(), span.end())
                .filter(quarter -> state(quarter, needs) == State.FREE)
                .count();
    }

    private static State state(int quarter, List<List<Load>> needs) {
        QuarterHours one = new QuarterHours(quarter, quarter + 1);
        if (!needs.stream().allMatch(group -> group.stream().anyMatch(load -> load.couldFit(one, 1)))) {
            return State.CLOSED;
        }
        return needs.stream().allMatch(group -> group.stream().anyMatch(load -> load.fits(one, 1)))
                ? State.FREE
                : State.FULL;
    }
}
