package clinic.web;

import clinic.calendar.QuarterHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How full something is through a day, a bar for each quarter-hour, with one visit set apart. Pure. */
public record Strip(LocalDate day, QuarterHours hours, List<Bar> bars) {
    private static final int UNIT = 10;
    private static final double NEAR = 0.8;

    /**
     * @param there how much there is
     * @param others how much others have
     * @param hers how much the visit takes of it
     */
    public record Bar(int index, int there, int others, int hers) {
        public int all() {
            return others + hers;
        }

        /** Near the end of what there is, or past it. */
        public boolean isNear() {
            return all() > 0 && all() >= NEAR * there;
        }

        public boolean isOver() {
            return all() > there;
        }
    }

    /** The longest stretch on which as much is in use as ever that day. */
    public record Peak(int used, int there, QuarterHours span) {}

    /**
     * @param used by everybody, by quarter-hour
     * @param hers span of the visit that is set apart
     * @param included whether what is used counts her already
     */
    static Strip of(
            LocalDate day,
            QuarterHours hours,
            IntUnaryOperator there,
            IntUnaryOperator used,
            Optional<QuarterHours> hers,
            boolean included) {
        return new Strip(
                day,
                hours,
                IntStream.range(hours.start(), hours.end())
                        .mapToObj(quarter -> {
                            int mine = hers.filter(span -> span.start() <= quarter && quarter < span.end())
                                            .isPresent()
                                    ? 1
                                    : 0;
                            int others = Math.max(0, used.applyAsInt(quarter) - (included ? mine : 0));
                            return new Bar(quarter - hours.start(), there.applyAsInt(quarter), others, mine);
                        })
                        .toList());
    }

    /** The most there ever is; the height of the drawing. */
    public int most() {
        return bars.stream()
                .mapToInt(bar -> Math.max(bar.there(), bar.all()))
                .max()
                .orElse(0);
    }

    public int width() {
        return bars.size() * UNIT;
    }

    public int height() {
        return Math.max(1, most()) * UNIT;
    }

    public int x(Bar bar) {
        return bar.index() * UNIT + 1;
    }

    public int barWidth() {
        return UNIT - 2;
    }

    /** Where something that reaches so high begins, from the top. */
    public int top(int amount) {
        return height() - amount * UNIT;
    }

    public int tall(int amount) {
        return amount * UNIT;
    }

    public List<LocalTime> ticks() {
        return IntStream.range((hours.start() + 3) / 4, (hours.end() + 3) / 4)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .toList();
    }

    public boolean isClosed() {
        return bars.stream().allMatch(bar -> bar.there() == 0 && bar.all() == 0);
    }

    /** Nothing on a day on which nothing is in use. */
    Optional<Peak> peak() {
        int top = bars.stream().mapToInt(Bar::all).max().orElse(0);
        if (top == 0) {
            return Optional.empty();
        }
        int best = -1;
        int length = 0;
        for (int index = 0; index < bars.size(); index++) {
            int end = index;
            while (end < bars.size() && bars.get(end).all() == top) {
                end++;
            }
            if (end - index > length) {
                best = index;
                length = end - index;
            }
            index = Math.max(index, end - 1);
        }
        return Optional.of(new Peak(
                top, bars.get(best).there(), new QuarterHours(hours.start() + best, hours.start() + best + length)));
    }
}
