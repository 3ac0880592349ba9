package clinic.planner;

import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cheapest legal choice of days for a series that begins on a given day: dynamic programming over visits and days, so
 * exact. What a visit costs on a day is given; gaps off the target and every further weekday cost on top.
 */
final class CheapestCourse {
    /** No visit can be there. */
    static final int IMPOSSIBLE = Integer.MAX_VALUE;

    private static final int DAYS_A_WEEK = 7;

    private final Protocol protocol;
    private final CourseDays days;
    private final Price price;
    private final Map<Integer, Gap> otherGaps;
    private final int weekdaySets;

    /**
     * @param otherGaps what the gap before a visit may be, by its number from 1, where that is not what the protocol says
     */
    CheapestCourse(Protocol protocol, CourseDays days, Price price, Map<Integer, Gap> otherGaps) {
        this.protocol = protocol;
        this.days = days;
        this.price = price;
        this.otherGaps = otherGaps;
        this.weekdaySets = 1 << days.weekdays();
    }

    /** The days chosen, by their indexes, and what the course costs in all. */
    record Course(int[] days, int cost) {}

    /** What the gap before a visit, counted from 0, costs; {@link #IMPOSSIBLE} if it is not legal. */
    int gapCost(int visit, int earlier, int later) {
        int gap = days.gap(protocol.gap().unit(), earlier, later);
        return gapBefore(visit).allows(gap)
                ? price.dayOffTarget() * Math.abs(gap - protocol.gap().target())
                : IMPOSSIBLE;
    }

    private Gap gapBefore(int visit) {
        return otherGaps.getOrDefault(visit + 1, protocol.gap());
    }

    /**
     * The least any course can cost, by its first day: window and weekend splits are not counted, and of the weekdays only
     * the second, which no series can do without that has a gap shorter than a week. So the true cost is never below.
     */
    int[] leastFrom(int[][] visitCost) {
        int visits = visitCost.length;
        boolean hasShortGap =
                IntStream.range(1, visits).anyMatch(visit -> gapBefore(visit).most() < DAYS_A_WEEK);
        int unavoidable = hasShortGap && isInCalendarDays() ? price.furtherWeekday() : 0;
        int[] least = new int[days.count()];
        for (int day = 0; day < days.count(); day++) {
            least[day] = sum(visitCost[visits - 1][day], unavoidable + price.dayLater() * days.span(0, day));
        }
        for (int visit = visits - 2; visit >= 0; visit--) {
            int[] later = least;
            least = new int[days.count()];
            for (int day = 0; day < days.count(); day++) {
                least[day] = sum(visitCost[visit][day], cheapestNext(visit + 1, day, later));
            }
        }
        return least;
    }

    private boolean isInCalendarDays() {
        return protocol.gap().unit() == Gap.Unit.CALENDAR_DAYS;
    }

    private int cheapestNext(int visit, int day, int[] leastAfter) {
        int cheapest = IMPOSSIBLE;
        for (int next = day + 1; next < days.count(); next++) {
            int gap = days.gap(protocol.gap().unit(), day, next);
            if (gap > gapBefore(visit).most()) {
                break;
            }
            cheapest = Math.min(cheapest, sum(gapCost(visit, day, next), leastAfter[next]));
        }
        return cheapest;
    }

    /** The cheapest course whose first visit is on a day. */
    Optional<Course> from(int first, int[][] visitCost) {
        if (visitCost[0][first] == IMPOSSIBLE) {
            return Optional.empty();
        }
        Table table = new Table(visitCost.length, first);
        table.put(0, 0, table.state(1 << days.weekday(first), 0), visitCost[0][first], -1);
        for (int visit = 1; visit < visitCost.length; visit++) {
            for (int offset = visit - 1; offset < table.width; offset++) {
                for (int state = 0; state < table.states; state++) {
                    if (table.cost[visit - 1][offset][state] != IMPOSSIBLE) {
                        table.extend(visit, offset, state, visitCost[visit]);
                    }
                }
            }
        }
        return table.cheapest();
    }

    private static int sum(int one, int other) {
        return one == IMPOSSIBLE || other == IMPOSSIBLE ? IMPOSSIBLE : one + other;
    }

    /** Costs by visit, day and state: which weekdays were used so far and how many weekends were crossed. */
    private final class Table {
        private final int first;
        private final int width;
        private final int states;
        private final int[][][] cost;
        private final int[][][] before;

        Table(int visits, int first) {
            this.first = first;
            int last = first;
            while (last + 1 < days.count() && days.span(first, last + 1) <= protocol.windowDays()) {
                last++;
            }
            this.width = last - first + 1;
            this.states = weekdaySets * (countsSplits() ? protocol.mostWeekendSplits() + 1 : 1);
            this.cost = new int[visits][width][states];
            this.before = new int[visits][width][states];
            for (int[][] byDay : cost) {
                for (int[] byState : byDay) {
                    Arrays.fill(byState, IMPOSSIBLE);
                }
            }
        }

        int state(int weekdays, int splits) {
            return splits * weekdaySets + weekdays;
        }

        void put(int visit, int offset, int state, int total, int from) {
            if (total < cost[visit][offset][state]) {
                cost[visit][offset][state] = total;
                before[visit][offset][state] = from;
            }
        }

        void extend(int visit, int offset, int state, int[] visitCost) {
            int day = first + offset;
            int splits = state / weekdaySets;
            for (int next = offset + 1; next < width; next++) {
                if (days.gap(protocol.gap().unit(), day, first + next)
                        > gapBefore(visit).most()) {
                    return;
                }
                int step = sum(gapCost(visit, day, first + next), visitCost[first + next]);
                int crossed = splits + (countsSplits() && days.splitsAWeekend(day, first + next) ? 1 : 0);
                if (step != IMPOSSIBLE && crossed <= protocol.mostWeekendSplits()) {
                    int weekdays = state % weekdaySets | 1 << days.weekday(first + next);
                    put(
                            visit,
                            next,
                            state(weekdays, crossed),
                            cost[visit - 1][offset][state] + step,
                            offset * states + state);
                }
            }
        }

        private boolean countsSplits() {
            return protocol.mostWeekendSplits() < Protocol.ANY_SPLITS;
        }

        Optional<Course> cheapest() {
            int last = cost.length - 1;
            int least = IMPOSSIBLE;
            int end = -1;
            for (int offset = 0; offset < width; offset++) {
                for (int state = 0; state < states; state++) {
                    int total = sum(
                            cost[last][offset][state],
                            price.furtherWeekday() * (Integer.bitCount(state % weekdaySets) - 1)
                                    + price.dayLater() * days.span(0, first + offset));
                    if (total < least) {
                        least = total;
                        end = offset * states + state;
                    }
                }
            }
            return end < 0 ? Optional.empty() : Optional.of(new Course(chosen(end), least));
        }

        private int[] chosen(int end) {
            int[] course = new int[cost.length];
            for (int visit = cost.length - 1, at = end; visit >= 0; visit--) {
                course[visit] = first + at / states;
                at = before[visit][at / states][at % states];
            }
            return course;
        }
    }
}
