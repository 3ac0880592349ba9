package clinic.planner;

import clinic.protocol.Gap;
import java.util.stream.IntStream;

/** From each day of a course the days its next visit can be on, which lie side by side, and what each of them costs. */
final class CourseSteps {
    private final int[] first;
    private final int[] end;
    private final int[][] cost;

    /**
     * @param allowed what the gap may be
     * @param usual what it is by the protocol; only its unit and its target count
     */
    CourseSteps(Gap allowed, Gap usual, CourseDays days, Price price) {
        first = new int[days.count()];
        end = new int[days.count()];
        cost = new int[days.count()][];
        for (int day = 0; day < days.count(); day++) {
            int from = day;
            int[] gaps = IntStream.range(from, days.count())
                    .map(next -> days.gap(usual.unit(), from, next))
                    .toArray();
            first[day] = from
                    + (int) IntStream.of(gaps)
                            .filter(gap -> gap < allowed.least())
                            .count();
            end[day] = from
                    + (int) IntStream.of(gaps)
                            .filter(gap -> gap <= allowed.most())
                            .count();
            cost[day] = IntStream.of(gaps)
                    .map(gap -> price.dayOffTarget() * Math.abs(gap - usual.target()))
                    .toArray();
        }
    }

    /** The first day the next visit can be on. */
    int first(int day) {
        return first[day];
    }

    /** The day from which on it is too late. */
    int end(int day) {
        return end[day];
    }

    int cost(int day, int next) {
        return cost[day][next - day];
    }
}
