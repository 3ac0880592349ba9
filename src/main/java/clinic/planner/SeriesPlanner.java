package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

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

    /**
     * A usual time of day and a first day.
     *
     * @param cost of the course; of one not looked for yet, the least it can be
     */
    private record Start(int usual, Sheet sheet, int first, int cost, Optional<CheapestCourse.Course> course)
            implements Comparable<Start> {
        @Override
        public int compareTo(Start other) {
            if (cost != other.cost) {
                return Integer.compare(cost, other.cost);
            }
            return first == other.first ? Integer.compare(usual, other.usual) : Integer.compare(first, other.first);
        }
    }

    /** The cheapest offers for one usual time of day, and what may come of them. */
    private record Sheet(Offer[][] offer, CheapestCourse.Outlook outlook) {}

    /**
     * The best plans, cheapest first. The first is the optimum; each further one begins on another day of the week, or
     * keeps to a time of day four hours or more away, and is the cheapest of its kind.
     *
     * @param days every open day from the earliest wished for to the last
     */
    public List<SeriesPlan> best(int most, Wishes wishes, CourseDays days, Offers offers) {
        CheapestCourse search = new CheapestCourse(protocol, days, price, otherGaps);
        PriorityQueue<Start> starts = starts(offersByVisitAndDay(wishes, days, offers), wishes, days, search);
        List<SeriesPlan> found = new ArrayList<>();
        while (!starts.isEmpty() && found.size() < most) {
            Start start = starts.poll();
            if (found.stream().anyMatch(plan -> isKindOf(plan, start, days))) {
                continue;
            }
            if (start.course().isPresent()) {
                found.add(plan(start.course().get(), start, days));
            } else {
                search.from(start.first(), start.sheet().outlook())
                        .ifPresent(course -> starts.add(new Start(
                                start.usual(), start.sheet(), start.first(), course.cost(), Optional.of(course))));
            }
        }
        return found;
    }

    private PriorityQueue<Start> starts(Offer[][][] offers, Wishes wishes, CourseDays days, CheapestCourse search) {
        PriorityQueue<Start> starts = new PriorityQueue<>();
        int[] usualStarts = usualStarts(wishes, offers);
        UsualTimes times = new UsualTimes(offers, usualStarts, price);
        for (int usual : usualStarts) {
            Sheet sheet = new Sheet(times.offers(usual), search.outlook(times.costs(usual)));
            for (int first = 0; first < days.count(); first++) {
                int least = search.least(first, sheet.outlook());
                if (least != CheapestCourse.IMPOSSIBLE) {
                    starts.add(new Start(usual, sheet, first, least, Optional.empty()));
                }
            }
        }
        return starts;
    }

    private static boolean isKindOf(SeriesPlan plan, Start start, CourseDays days) {
        DayOfWeek begins = plan.visits().get(0).slot().day().getDayOfWeek();
        return begins == days.at(start.first()).getDayOfWeek()
                && Math.abs(plan.usualStart() - start.usual()) < FOUR_HOURS;
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

    private static int[] usualStarts(Wishes wishes, Offer[][][] all) {
        if (wishes.preferredTime().isPresent()) {
            return new int[] {quarterOf(wishes.preferredTime().get())};
        }
        BitSet starts = new BitSet(QuarterHours.PER_DAY);
        for (Offer[][] byDay : all) {
            for (Offer[] onDay : byDay) {
                for (Offer offer : onDay) {
                    starts.set(offer.start());
                }
            }
        }
        return starts.stream().toArray();
    }

    private static int quarterOf(LocalTime time) {
        return time.toSecondOfDay() / 60 / QuarterHours.MINUTES;
    }

    private SeriesPlan plan(CheapestCourse.Course course, Start start, CourseDays days) {
        List<SeriesPlan.Planned> visits = new ArrayList<>();
        for (int visit = 0; visit < course.days().length; visit++) {
            int day = course.days()[visit];
            Offer offer = start.sheet().offer()[visit][day];
            QuarterHours span = new QuarterHours(
                    offer.start(), offer.start() + protocol.phases().chairQuarters());
            visits.add(new SeriesPlan.Planned(
                    visit + 1, new Slot(days.at(day), span), offer.room(), protocol.isFirm(visit + 1)));
        }
        return new SeriesPlan(visits, start.usual(), course.cost());
    }
}
