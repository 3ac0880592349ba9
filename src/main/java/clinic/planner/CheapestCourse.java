package clinic.planner;

import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
    private final CourseSteps[] stepsTo;
    private final int unavoidable;

    /**
     * @param otherGaps what the gap before a visit may be, by its number from 1, where that is not what the protocol says
     */
    CheapestCourse(Protocol protocol, CourseDays days, Price price, Map<Integer, Gap> otherGaps) {
        this.protocol = protocol;
        this.days = days;
        this.price = price;
        Gap[] gapBefore = IntStream.rangeClosed(1, protocol.visits())
                .mapToObj(no -> otherGaps.getOrDefault(no, protocol.gap()))
                .toArray(Gap[]::new);
        Map<Gap, CourseSteps> steps = new HashMap<>();
        this.stepsTo = Arrays.stream(gapBefore)
                .map(gap -> steps.computeIfAbsent(gap, any -> new CourseSteps(any, protocol.gap(), days, price)))
                .toArray(CourseSteps[]::new);
        boolean hasShortGap = Arrays.stream(gapBefore).skip(1).anyMatch(gap -> gap.most() < DAYS_A_WEEK);
        this.unavoidable = hasShortGap && protocol.gap().unit() == Gap.Unit.CALENDAR_DAYS ? price.furtherWeekday() : 0;
    }

    /** The days chosen, by their indexes, and what the course costs in all. */
    record Course(int[] days, int cost) {}

    /** A course as far as it is chosen: its last day, the weekdays used and the weekends crossed so far. */
    private record Part(int day, int weekdays, int splits, int cost, Part before) {}

    /** Visit costs, and the least that can come after a visit on a day: everything but weekdays, window and weekends. */
    record Outlook(int[][] visitCost, int[][] after) {}

    /**
     * @param visitCost by visit and day
     */
    Outlook outlook(int[][] visitCost) {
        int[][] after = new int[visitCost.length][days.count()];
        int last = visitCost.length - 1;
        for (int day = 0; day < days.count(); day++) {
            after[last][day] = price.dayLater() * days.span(0, day);
        }
        for (int visit = last - 1; visit >= 0; visit--) {
            CourseSteps steps = stepsTo[visit + 1];
            for (int day = 0; day < days.count(); day++) {
                after[visit][day] = cheapest(steps, day, visitCost[visit + 1], after[visit + 1]);
            }
        }
        return new Outlook(visitCost, after);
    }

    private static int cheapest(CourseSteps steps, int day, int[] visitCost, int[] after) {
        int cheapest = IMPOSSIBLE;
        for (int next = steps.first(day); next < steps.end(day); next++) {
            if (visitCost[next] != IMPOSSIBLE && after[next] != IMPOSSIBLE) {
                cheapest = Math.min(cheapest, steps.cost(day, next) + visitCost[next] + after[next]);
            }
        }
        return cheapest;
    }

    /**
     * The least a course can cost that begins on a day: of the weekdays it counts only the second, which no series can do
     * without that has a gap shorter than a week. So the true cost is never below.
     */
    int least(int first, Outlook outlook) {
        int visit = outlook.visitCost()[0][first];
        int after = outlook.after()[0][first];
        return visit == IMPOSSIBLE || after == IMPOSSIBLE ? IMPOSSIBLE : visit + after + unavoidable;
    }

    /** The cheapest course whose first visit is on a day. */
    Optional<Course> from(int first, Outlook outlook) {
        if (least(first, outlook) == IMPOSSIBLE) {
            return Optional.empty();
        }
        Part begun = new Part(first, 1 << days.weekday(first), 0, outlook.visitCost()[0][first], null);
        int enough = straightOn(begun, outlook);
        Map<Integer, Part> parts = Map.of(0, begun);
        for (int visit = 1; visit < outlook.visitCost().length; visit++) {
            Map<Integer, Part> longer = new HashMap<>();
            for (Part part : parts.values()) {
                extend(part, visit, first, enough, outlook, longer);
            }
            parts = longer;
        }
        return parts.values().stream()
                .min(Comparator.comparingInt(this::total).thenComparingInt(Part::day))
                .map(part -> new Course(chosen(part, outlook.visitCost().length), total(part)));
    }

    /** What the course costs that takes the best next step each time; no dearer one needs to be looked at. */
    private int straightOn(Part begun, Outlook outlook) {
        Part part = begun;
        for (int visit = 1; visit < outlook.visitCost().length; visit++) {
            Map<Integer, Part> longer = new HashMap<>();
            extend(part, visit, begun.day(), IMPOSSIBLE, outlook, longer);
            int no = visit;
            Optional<Part> next = longer.values().stream()
                    .min(Comparator.comparingInt(to -> weekdays(to) + to.cost() + outlook.after()[no][to.day()]));
            if (next.isEmpty()) {
                return IMPOSSIBLE;
            }
            part = next.get();
        }
        return total(part);
    }

    private void extend(Part part, int visit, int first, int enough, Outlook outlook, Map<Integer, Part> longer) {
        CourseSteps steps = stepsTo[visit];
        int[] visitCost = outlook.visitCost()[visit];
        int[] after = outlook.after()[visit];
        for (int next = steps.first(part.day()); next < steps.end(part.day()); next++) {
            if (visitCost[next] == IMPOSSIBLE || after[next] == IMPOSSIBLE) {
                continue;
            }
            int splits = part.splits() + (countsSplits() && days.splitsAWeekend(part.day(), next) ? 1 : 0);
            if (splits > protocol.mostWeekendSplits() || days.span(first, next) > protocol.windowDays()) {
                return;
            }
            int cost = part.cost() + steps.cost(part.day(), next) + visitCost[next];
            Part to = new Part(next, part.weekdays() | 1 << days.weekday(next), splits, cost, part);
            if (cost + after[next] + weekdays(to) <= enough) {
                longer.merge(key(to), to, (one, other) -> other.cost() < one.cost() ? other : one);
            }
        }
    }

    private boolean countsSplits() {
        return protocol.mostWeekendSplits() < Protocol.ANY_SPLITS;
    }

    /** Parts with the same key go on alike. */
    private int key(Part part) {
        return (part.splits() * days.count() + part.day() << DAYS_A_WEEK) + part.weekdays();
    }

    private int weekdays(Part part) {
        return price.furtherWeekday() * (Integer.bitCount(part.weekdays()) - 1);
    }

    private int total(Part whole) {
        return whole.cost() + weekdays(whole) + price.dayLater() * days.span(0, whole.day());
    }

    private static int[] chosen(Part whole, int visits) {
        int[] course = new int[visits];
        Part part = whole;
        for (int visit = visits - 1; visit >= 0; visit--) {
            course[visit] = part.day();
            part = part.before();
        }
        return course;
    }
}
