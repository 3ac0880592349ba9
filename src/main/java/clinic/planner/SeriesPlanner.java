package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Finds the best complete plans of a series for one patient against what the house can offer. Exact: for every usual time
 * of day and every first day the cheapest course is a dynamic program, and only those are left out whose lower bound says
 * that they cannot be better.
 */
public final class SeriesPlanner {
    /** Half a working day: plans whose times lie so far apart are two to choose from. */
    private static final int FOUR_HOURS = 16;

    private final Protocol protocol;
    private final Price price;
    private final Map<Integer, Gap> otherGaps;

    public SeriesPlanner(Protocol protocol, Price price) {
        this(protocol, price, Map.of());
    }

    /**
     * @param otherGaps what the gap before a visit may be, by its number, where that is not what the protocol says
     */
    public SeriesPlanner(Protocol protocol, Price price, Map<Integer, Gap> otherGaps) {
        this.protocol = protocol;
        this.price = price;
        this.otherGaps = Map.copyOf(otherGaps);
    }

    /** A usual time of day and a first day, and the least a course of theirs can cost. */
    private record Start(int usual, Sheet sheet, int first, int least) {}

    /** The cheapest offer of each visit on each day, and what it costs there. */
    private record Sheet(int[][] cost, Offer[][] offer) {}

    /**
     * The best plans, cheapest first. The first is the optimum; each further one begins on another day of the week, or
     * keeps to a time of day four hours or more away, and is the cheapest of its kind.
     *
     * @param days every open day from the earliest wished for to the last
     */
    public List<SeriesPlan> best(int most, Wishes wishes, CourseDays days, Offers offers) {
        Offer[][][] all = offersByVisitAndDay(wishes, days, offers);
        CheapestCourse search = new CheapestCourse(protocol, days, price, otherGaps);
        PriorityQueue<Start> starts = new PriorityQueue<>(Comparator.comparingInt(Start::least)
                .thenComparingInt(Start::first)
                .thenComparingInt(Start::usual));
        for (int usual : usualStarts(wishes, all)) {
            Sheet sheet = sheet(all, usual);
            int[] least = search.leastFrom(sheet.cost());
            for (int first = 0; first < days.count(); first++) {
                if (least[first] != CheapestCourse.IMPOSSIBLE) {
                    starts.add(new Start(usual, sheet, first, least[first]));
                }
            }
        }
        List<SeriesPlan> found = new ArrayList<>();
        while (!starts.isEmpty() && !(enough(most, found) && starts.peek().least() >= costOf(most, found))) {
            Start start = starts.poll();
            if (found.stream().anyMatch(plan -> plan.cost() <= start.least() && isKindOf(plan, start, days))) {
                continue;
            }
            search.from(start.first(), start.sheet().cost())
                    .ifPresent(course -> keep(found, plan(course, start.usual(), start.sheet(), days)));
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static boolean enough(int most, List<SeriesPlan> found) {
        return found.size() >= most;
    }

    private static int costOf(int most, List<SeriesPlan> found) {
        return found.get(most - 1).cost();
    }

    /** Keeps the plans sorted by cost; of two of a kind the cheaper stays. */
    private static void keep(List<SeriesPlan> found, SeriesPlan plan) {
        if (found.stream().anyMatch(other -> sameKind(other, plan) && other.cost() <= plan.cost())) {
            return;
        }
        found.removeIf(other -> sameKind(other, plan));
        found.add(plan);
        found.sort(Comparator.comparingInt(SeriesPlan::cost));
    }

    private static boolean isKindOf(SeriesPlan plan, Start start, CourseDays days) {
        return begins(plan) == days.at(start.first()).getDayOfWeek()
                && Math.abs(plan.usualStart() - start.usual()) < FOUR_HOURS;
    }

    private static boolean sameKind(SeriesPlan one, SeriesPlan other) {
        return begins(one) == begins(other) && Math.abs(one.usualStart() - other.usualStart()) < FOUR_HOURS;
    }

    private static DayOfWeek begins(SeriesPlan plan) {
        return plan.visits().get(0).slot().day().getDayOfWeek();
    }

    /** By visit and day; visits that are offered the same share one row. */
    private Offer[][][] offersByVisitAndDay(Wishes wishes, CourseDays days, Offers offers) {
        Offer[][][] all = new Offer[protocol.visits()][][];
        List<List<Offer>> before = List.of();
        for (int visit = 0; visit < protocol.visits(); visit++) {
            List<List<Offer>> row = new ArrayList<>(days.count());
            for (int day = 0; day < days.count(); day++) {
                row.add(wishes.allow(days.at(day)) ? offers.on(visit + 1, days.at(day)) : List.of());
            }
            all[visit] = row.equals(before) ? all[visit - 1] : wished(row, wishes);
            before = row;
        }
        return all;
    }

    private Offer[][] wished(List<List<Offer>> row, Wishes wishes) {
        int length = protocol.phases().chairQuarters();
        return row.stream()
                .map(onDay -> onDay.stream()
                        .filter(offer -> wishes.allow(offer.start(), length))
                        .toArray(Offer[]::new))
                .toArray(Offer[][]::new);
    }

    private static Iterable<Integer> usualStarts(Wishes wishes, Offer[][][] all) {
        if (wishes.preferredTime().isPresent()) {
            return List.of(quarterOf(wishes.preferredTime().get()));
        }
        TreeSet<Integer> starts = new TreeSet<>();
        for (Offer[][] byDay : all) {
            for (Offer[] onDay : byDay) {
                for (Offer offer : onDay) {
                    starts.add(offer.start());
                }
            }
        }
        return starts;
    }

    private static int quarterOf(LocalTime time) {
        return time.toSecondOfDay() / 60 / QuarterHours.MINUTES;
    }

    private Sheet sheet(Offer[][][] all, int usual) {
        Sheet sheet = new Sheet(new int[all.length][], new Offer[all.length][]);
        for (int visit = 0; visit < all.length; visit++) {
            if (visit > 0 && all[visit] == all[visit - 1]) {
                sheet.cost()[visit] = sheet.cost()[visit - 1];
                sheet.offer()[visit] = sheet.offer()[visit - 1];
            } else {
                fill(sheet, visit, all[visit], usual);
            }
        }
        return sheet;
    }

    private void fill(Sheet sheet, int visit, Offer[][] offers, int usual) {
        sheet.cost()[visit] = new int[offers.length];
        sheet.offer()[visit] = new Offer[offers.length];
        for (int day = 0; day < offers.length; day++) {
            int least = CheapestCourse.IMPOSSIBLE;
            for (Offer offer : offers[day]) {
                int cost = price.quarterOff() * Math.abs(offer.start() - usual) + offer.crowd();
                if (cost < least) {
                    least = cost;
                    sheet.offer()[visit][day] = offer;
                }
            }
            sheet.cost()[visit][day] = least;
        }
    }

    private SeriesPlan plan(CheapestCourse.Course course, int usual, Sheet sheet, CourseDays days) {
        List<SeriesPlan.Planned> visits = new ArrayList<>();
        for (int visit = 0; visit < course.days().length; visit++) {
            int day = course.days()[visit];
            Offer offer = sheet.offer()[visit][day];
            QuarterHours span = new QuarterHours(
                    offer.start(), offer.start() + protocol.phases().chairQuarters());
            visits.add(new SeriesPlan.Planned(
                    visit + 1, new Slot(days.at(day), span), offer.room(), protocol.isFirm(visit + 1)));
        }
        return new SeriesPlan(visits, usual, course.cost());
    }
}
