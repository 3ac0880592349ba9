package clinic.infusion;

import clinic.booking.CourseStanding;
import clinic.calendar.ClinicCalendar;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.planner.HouseReading;
import clinic.planner.NoLegalPlan;
import clinic.planner.NoPlan;
import clinic.planner.Offers;
import clinic.planner.Relaxation;
import clinic.planner.SeriesPlan;
import clinic.protocol.ProtocolVersion;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One series to be repaired, with everything the house and her diary have to say about it. Nobody is asked anything any
 * more, so the search may take its time.
 *
 * @param standing where its visits stood when it was read
 * @param latest the last day a visit can be booked on
 * @param last the day of her treatment before the series
 */
record RepairCase(
        Series series,
        List<CourseStanding> standing,
        RepairAsked asked,
        ProtocolVersion version,
        CourseRepair repair,
        HouseReading.House house,
        ClinicCalendar calendar,
        LocalDateTime now,
        LocalDate latest,
        Optional<LocalDate> last)
        implements RepairTogether.Broken {

    @Override
    public List<Claim> held() {
        return repair.given().claims();
    }

    @Override
    public Optional<RepairTogether.Fixed> repair(Loads free) {
        return found(repair, house.offers().in(free))
                .map(repaired -> new RepairTogether.Fixed(repaired, left(repaired), taken(repaired)));
    }

    /** The least change where the house is as it was read. */
    Optional<CourseRepair.Repaired> alone() {
        return found(repair, house.offers());
    }

    /** The visits it moves that are moved only if she agrees. */
    List<Integer> hers(CourseRepair.Repaired repaired) {
        List<Integer> moved = plan(repaired).moved();
        return standing.stream()
                .filter(visit -> moved.contains(visit.no()) && CourseRepair.isHers(visit, now))
                .map(CourseStanding::no)
                .toList();
    }

    /** What the repair does, visit by visit. */
    RepairPlan plan(CourseRepair.Repaired repaired) {
        return RepairPlan.of(repair.visits(), repaired);
    }

    private Optional<CourseRepair.Repaired> found(CourseRepair by, Offers offers) {
        return by.find(latest, new CourseRepair.Ground(house.days(), offers, series.acceptedGaps(), last));
    }

    private List<Claim> left(CourseRepair.Repaired repaired) {
        List<Long> leaving = plan(repaired).steps().stream()
                .map(RepairPlan.Step::appointment)
                .toList();
        return standing.stream()
                .filter(visit -> leaving.contains(visit.appointment()))
                .flatMap(visit -> visit.claims().stream())
                .toList();
    }

    private List<Claim> taken(CourseRepair.Repaired repaired) {
        return plan(repaired).moved().stream()
                .flatMap(no -> {
                    SeriesPlan.Planned place = repaired.places().get(no);
                    return house.offers().claims(no, place.slot(), place.room()).stream();
                })
                .toList();
    }

    /** Why there is no repair where the house is as it was read, and what a prescriber could give so that there is one. */
    NoLegalPlan none() {
        Offers offers = house.offers();
        return new NoLegalPlan(new NoPlan(blocked(offers), relaxations(offers)), version.numbers());
    }

    private List<Relaxation> relaxations(Offers offers) {
        return Relaxation.byPrescriber(version.protocol()).entrySet().stream()
                .filter(relaxed -> found(new CourseRepair(relaxed.getValue(), standing, asked, now), offers)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The days on which there is no place for what is to be had anew, within the time the series may still take. */
    private Map<LocalDate, NoPlan.Blocker> blocked(Offers offers) {
        Map<LocalDate, NoPlan.Blocker> blocked = new TreeMap<>();
        LocalDate today = now.toLocalDate();
        LocalDate end = today.plusDays(version.protocol().windowDays());
        int no = asked.lost().stream().min(Integer::compare).orElseThrow();
        today.datesUntil((end.isBefore(latest) ? end : latest).plusDays(1))
                .filter(day -> calendar.week().containsKey(day.getDayOfWeek()))
                .forEach(day -> {
                    if (house.days().indexOf(day) < 0) {
                        blocked.put(day, NoPlan.Blocker.CLOSED);
                    } else if (offers.on(no, day).isEmpty()) {
                        blocked.put(day, NoPlan.Blocker.FULL);
                    }
                });
        asked.move()
                .map(RepairAsked.Move::start)
                .filter(start ->
                        offers.on(no, start.toLocalDate()).stream().noneMatch(offer -> CourseRepair.isAt(start, offer)))
                .ifPresent(start -> blocked.putIfAbsent(start.toLocalDate(), NoPlan.Blocker.NOT_AT_THAT_TIME));
        return blocked;
    }
}
