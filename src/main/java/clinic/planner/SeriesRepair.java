package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes the least change to a series after one of its visits lost its time: as few visits moved as can be, then by as
 * few days, then by what a plan costs. The same exact search as planning, with what must stay nailed down.
 */
public final class SeriesRepair {
    /** More than everything else a series can cost, so that one visit moved is always better than two. */
    private static final int MOVED = 1_000_000;

    private static final int DAY_MOVED = 3_000;
    private static final int QUARTER_MOVED = 25;

    private final Protocol protocol;
    private final Price price;

    private final Map<Integer, Gap> otherGaps;

    /**
     * @param otherGaps what the gap before a visit may be, by its number, where that is not what the protocol says
     */
    public SeriesRepair(Protocol protocol, Price price, Map<Integer, Gap> otherGaps) {
        this.protocol = protocol;
        this.price = price;
        this.otherGaps = Map.copyOf(otherGaps);
    }

    /**
     * A visit as it stands.
     *
     * @param fixed over, within the freeze, or confirmed: it is not moved without the patient's word
     */
    public record Standing(Slot slot, long room, boolean fixed) {}

    /** The series before and after, and the numbers of the visits that move, from 1. */
    public record Repair(List<Standing> before, SeriesPlan after, List<Integer> moved) {}

    /**
     * @param lost numbers of the visits, from 1, that need another time
     * @param earliest first day a visit may be moved to, inclusive
     * @param latest last day a visit may be moved to, inclusive
     * @param days every open day from the first visit to {@code latest}, and the days of visits that are over
     * @param offers what the house can offer, counting what this series gives back as free
     */
    public Optional<Repair> repair(
            List<Standing> visits,
            Set<Integer> lost,
            LocalDate earliest,
            LocalDate latest,
            CourseDays days,
            Offers offers) {
        Wishes wishes = new Wishes(
                days.at(0), latest, Wishes.ANY_DAY, Wishes.ANY_TIME, Set.of(), Optional.of(usualStart(visits)));
        Offers priced = (no, day) -> {
            Standing standing = visits.get(no - 1);
            List<Offer> possible = new ArrayList<>();
            boolean stays = !lost.contains(no);
            if (stays && standing.slot().day().equals(day)) {
                possible.add(new Offer(standing.slot().span().start(), standing.room(), 0));
            }
            if (!(stays && standing.fixed()) && !day.isBefore(earliest)) {
                offers.on(no, day).stream()
                        .filter(offer -> !isHere(standing, day, offer) || !stays)
                        .forEach(offer -> possible.add(moved(standing, day, offer)));
            }
            return possible;
        };
        return new SeriesPlanner(protocol, price, otherGaps)
                .best(1, wishes, days, priced).stream()
                        .findFirst()
                        .map(plan -> new Repair(visits, plan, movedIn(visits, plan)));
    }

    private static boolean isHere(Standing standing, LocalDate day, Offer offer) {
        return standing.slot().day().equals(day) && standing.slot().span().start() == offer.start();
    }

    private static Offer moved(Standing from, LocalDate day, Offer to) {
        long days = Math.abs(day.toEpochDay() - from.slot().day().toEpochDay());
        int quarters = Math.abs(to.start() - from.slot().span().start());
        return new Offer(to.start(), to.room(), MOVED + DAY_MOVED * (int) days + QUARTER_MOVED * quarters + to.crowd());
    }

    private static List<Integer> movedIn(List<Standing> before, SeriesPlan after) {
        return after.visits().stream()
                .filter(visit -> !isSame(before.get(visit.no() - 1), visit))
                .map(SeriesPlan.Planned::no)
                .toList();
    }

    private static boolean isSame(Standing before, SeriesPlan.Planned after) {
        return before.slot().equals(after.slot()) && before.room() == after.room();
    }

    /** The time of day in the middle of those it has. */
    private static LocalTime usualStart(List<Standing> visits) {
        List<Integer> starts = visits.stream()
                .map(visit -> visit.slot().span().start())
                .sorted()
                .toList();
        return LocalTime.ofSecondOfDay(starts.get(starts.size() / 2) * QuarterHours.MINUTES * 60L);
    }
}
