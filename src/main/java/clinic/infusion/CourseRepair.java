package clinic.infusion;

import clinic.booking.CourseStanding;
import clinic.booking.Status;
import clinic.calendar.QuarterHours;
import clinic.capacity.Claim;
import clinic.planner.CourseDays;
import clinic.planner.HouseReading;
import clinic.planner.Offer;
import clinic.planner.Offers;
import clinic.planner.Price;
import clinic.planner.SeriesPlan;
import clinic.planner.SeriesRepair;
import clinic.protocol.Protocol;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One series to be repaired: which of its visits stay whatever happens, which need another time, and what the rest may
 * do. What is over does not count any more but for the last day of it. Pure.
 */
final class CourseRepair {
    /** The clinic's page of rules, 8: what is nearer is moved only if the patient agrees. */
    static final Duration FREEZE = Duration.ofHours(48);

    private static final int ANY_WINDOW = 400;

    private final Protocol protocol;
    private final List<CourseStanding> visits;
    private final RepairAsked asked;
    private final LocalDateTime now;
    /** The days of visits she misses, or has called off: nothing of hers is put there. */
    private final Set<LocalDate> cannotCome;

    /**
     * @param standing one for each number of the series, in order
     * @param now on the clinic's wall clock
     */
    CourseRepair(Protocol protocol, List<CourseStanding> standing, RepairAsked asked, LocalDateTime now) {
        this.protocol = protocol;
        this.visits = standing.stream()
                .filter(visit -> !visit.isGone() || asked.lost().contains(visit.no()))
                .toList();
        this.asked = asked;
        this.now = now;
        this.cannotCome = visits.stream()
                .filter(visit -> asked.missed().contains(visit.no()) && visit.status() != Status.NO_SHOW)
                .map(visit -> visit.slot().day())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the house and the calendar have to say.
     *
     * @param open days on which somebody can be treated
     * @param offers by number of the visit, with what the series gives back
     * @param accepted numbers of the visits before which a prescriber accepted what the protocol does not allow
     * @param last the day of her treatment before the series
     */
    record Ground(CourseDays open, Offers offers, Set<Integer> accepted, Optional<LocalDate> last) {}

    /**
     * The series repaired.
     *
     * @param places where every visit that may still change is, by number
     * @param leftOut numbers of those for which there is no place; without them all is as it should be
     * @param cost by {@link SeriesRepair}; less is better
     */
    record Repaired(Map<Integer, SeriesPlan.Planned> places, Set<Integer> leftOut, int cost) {}

    /** The visits this is about, in order. */
    List<CourseStanding> visits() {
        return visits;
    }

    /** The first day that is looked at. */
    LocalDate from() {
        int first = firstThatMayChange(visits);
        LocalDate before =
                first == 0 ? now.toLocalDate() : visits.get(first - 1).slot().day();
        return before.isBefore(now.toLocalDate()) ? before : now.toLocalDate();
    }

    /** What would be free if every visit that may move had moved. */
    HouseReading.Given given() {
        List<CourseStanding> movable =
                visits.stream().filter(visit -> !isFixed(visit)).toList();
        List<Claim> claims =
                movable.stream().flatMap(visit -> visit.claims().stream()).toList();
        return new HouseReading.Given(
                claims, movable.stream().map(CourseStanding::appointment).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it stays where it is: over, begun, past, near, or confirmed. */
    private boolean isFixed(CourseStanding visit) {
        if (asked.lost().contains(visit.no())) {
            return false;
        }
        boolean movable = visit.status().isOpen() && visit.slot().startsAt().isAfter(now);
        return !movable || isHers(visit, now) && !asked.withConsent();
    }

    /** Whether she counts on it, so that it is moved only if she agrees: it is near, or she confirmed it. */
    static boolean isHers(CourseStanding visit, LocalDateTime now) {
        return visit.status() == Status.CONFIRMED || visit.slot().startsAt().isBefore(now.plus(FREEZE));
    }

    /** With every visit, or else without those that were missed; nothing if that is not legal either. */
    Optional<Repaired> find(LocalDate latest, Ground ground) {
        return attempt(visits, latest, ground).or(() -> {
            List<CourseStanding> without = visits.stream()
                    .filter(visit -> !asked.missed().contains(visit.no()))
                    .toList();
            boolean fewer = !without.isEmpty() && without.size() < visits.size();
            return fewer ? attempt(without, latest, ground) : Optional.empty();
        });
    }

    private Optional<Repaired> attempt(List<CourseStanding> all, LocalDate latest, Ground ground) {
        int first = firstThatMayChange(all);
        int from = Math.max(0, first - 1);
        List<CourseStanding> rest = all.subList(from, all.size());
        Set<Integer> lost = new HashSet<>();
        for (int position = 0; position < rest.size(); position++) {
            if (asked.lost().contains(rest.get(position).no())) {
                lost.add(position + 1);
            }
        }
        CourseDays days = days(ground.open(), rest);
        if (days.count() == 0) {
            return Optional.empty();
        }
        return new SeriesRepair(
                        rest(all, from, ground), Price.USUAL, accepted(ground).among(rest, days))
                .repair(
                        rest.stream()
                                .map(visit -> new SeriesRepair.Standing(visit.slot(), visit.room(), isFixed(visit)))
                                .toList(),
                        lost,
                        earliest(),
                        latest,
                        days,
                        (position, day) -> offers(rest.get(position - 1), day, ground))
                .map(repair -> repaired(rest, repair.after()));
    }

    /** Nobody is moved to the day it already is, but by a word of staff. */
    private LocalDate earliest() {
        LocalDate today = now.toLocalDate();
        return asked.move()
                .map(move -> move.start().toLocalDate())
                .filter(today::equals)
                .orElse(today.plusDays(1));
    }

    private int firstThatMayChange(List<CourseStanding> all) {
        int firstMissed = asked.missed().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
        int first = 0;
        while (first < all.size() && isFixed(all.get(first)) && all.get(first).no() < firstMissed) {
            first++;
        }
        return first;
    }

    private AcceptedGaps accepted(Ground ground) {
        return new AcceptedGaps(
                protocol, visits.stream().filter(visit -> !visit.isGone()).toList(), ground.accepted());
    }

    /** What is left of the protocol after the visits that are settled. */
    private Protocol rest(List<CourseStanding> all, int from, Ground ground) {
        long used = all.get(from).slot().day().toEpochDay()
                - all.get(0).slot().day().toEpochDay();
        return new Protocol(
                protocol.code(),
                protocol.version(),
                all.size() - from,
                protocol.gap(),
                accepted(ground).anyWindow() ? ANY_WINDOW : protocol.windowDays() - (int) used,
                accepted(ground).weekendSplits(all.subList(0, from + 1), all.subList(from, all.size())),
                protocol.phases(),
                protocol.room(),
                protocol.acuity(),
                Set.of());
    }

    /** Days on which nobody is treated any more count where one of hers stays on them. */
    private CourseDays days(CourseDays open, List<CourseStanding> rest) {
        Collection<LocalDate> days = new ArrayList<>();
        for (int index = 0; index < open.count(); index++) {
            days.add(open.at(index));
        }
        rest.stream()
                .filter(this::isFixed)
                .map(visit -> visit.slot().day())
                .filter(day -> !days.contains(day))
                .forEach(days::add);
        return new CourseDays(List.copyOf(days));
    }

    private List<Offer> offers(CourseStanding visit, LocalDate day, Ground ground) {
        if (!isAsked(visit, day) || !isSince(ground.last(), day)) {
            return List.of();
        }
        List<Offer> offers = ground.offers().on(visit.no(), day);
        return asked.move()
                .filter(move -> move.visit() == visit.no())
                .map(move -> offers.stream()
                        .filter(offer -> isAt(move.start(), offer))
                        .toList())
                .orElse(offers);
    }

    private boolean isAsked(CourseStanding visit, LocalDate day) {
        return isAnother(visit, day)
                && !cannotCome.contains(day)
                && asked.move()
                        .filter(move -> move.visit() == visit.no())
                        .map(move -> move.start().toLocalDate().equals(day))
                        .orElse(true);
    }

    /** Who misses a visit to come has it later; who cancelled it may have it sooner as well. */
    private boolean isAnother(CourseStanding visit, LocalDate day) {
        return !asked.missed().contains(visit.no())
                || visit.isGone()
                || day.isAfter(visit.slot().day());
    }

    static boolean isAt(LocalDateTime start, Offer offer) {
        return new QuarterHours(offer.start(), offer.start() + 1).startsAt().equals(start.toLocalTime());
    }

    /** A single visit is counted from the treatment before it; overdue, the sooner the better. */
    private boolean isSince(Optional<LocalDate> last, LocalDate day) {
        if (protocol.visits() > 1 || last.isEmpty()) {
            return true;
        }
        LocalDate most = last.get().plusDays(protocol.gap().most());
        return !day.isBefore(last.get().plusDays(protocol.gap().least()))
                && (!day.isAfter(most) || most.isBefore(now.toLocalDate()));
    }

    private Repaired repaired(List<CourseStanding> rest, SeriesPlan plan) {
        Map<Integer, SeriesPlan.Planned> places = new TreeMap<>();
        plan.visits().forEach(planned -> places.put(rest.get(planned.no() - 1).no(), planned));
        return new Repaired(
                places,
                visits.stream()
                        .map(CourseStanding::no)
                        .filter(no -> asked.missed().contains(no) && !places.containsKey(no))
                        .collect(Collectors.toUnmodifiableSet()),
                plan.cost());
    }
}
