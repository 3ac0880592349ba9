package clinic.infusion;

import clinic.capacity.Claim;
import clinic.capacity.DayVector;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.planner.CourseDays;
import clinic.planner.Courses;
import clinic.planner.DemoHouse;
import clinic.planner.Price;
import clinic.planner.SeriesPlan;
import clinic.planner.SeriesPlanner;
import clinic.planner.SeriesRepair;
import clinic.planner.Wishes;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A house that is nearly full, and loses a day: every series with a visit on it is to be repaired. */
final class ClosedDay {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LATEST = MONDAY.plusDays(60);

    private final List<LocalDate> open = DemoHouse.weekdays(MONDAY, 61);
    private final Loads full = DemoHouse.empty(open);
    private final List<Booked> booked = new ArrayList<>();
    private final LocalDate closed;

    private record Booked(Protocol protocol, List<SeriesPlan.Planned> visits) {
        List<Claim> claims() {
            return claimsOf(protocol, visits);
        }
    }

    ClosedDay(int patients, long seed) {
        Random chance = new Random(seed);
        CourseDays days = new CourseDays(open);
        for (int patient = 0; patient < patients; patient++) {
            Protocol protocol = Stream.of(Courses.MOOD_6, Courses.MOOD_4, Courses.PAIN_MID_3, Courses.MOOD_6)
                    .toList()
                    .get(chance.nextInt(4));
            Wishes wishes = Wishes.any(MONDAY.plusDays(chance.nextInt(10)), LATEST);
            new SeriesPlanner(protocol, Price.USUAL)
                    .best(1, wishes, days, DemoHouse.offers(protocol, full, false)).stream()
                            .findFirst()
                            .map(plan -> new Booked(protocol, plan.visits()))
                            .ifPresent(series -> {
                                booked.add(series);
                                LoadsFixture.take(full, series.claims());
                            });
        }
        closed = MONDAY.plusDays(7L + chance.nextInt(5));
        for (long resource : new long[] {1, 2, 3, 4, DemoHouse.HANDS, DemoHouse.HEADS, DemoHouse.CARE}) {
            LoadsFixture.offer(full, closed, resource, DayVector.EMPTY);
        }
    }

    private static List<Claim> claimsOf(Protocol protocol, List<SeriesPlan.Planned> visits) {
        return visits.stream()
                .flatMap(visit -> claims(protocol, visit).stream())
                .toList();
    }

    private static List<Claim> claims(Protocol protocol, SeriesPlan.Planned visit) {
        return DemoHouse.claims(
                protocol, false, visit.slot().day(), visit.slot().span().start(), visit.room());
    }

    /** The house without the visits of the closed day, and their series. */
    List<RepairTogether.Broken> broken() {
        return booked.stream()
                .filter(series -> series.visits().stream()
                        .anyMatch(visit -> visit.slot().day().equals(closed)))
                .map(series -> (RepairTogether.Broken) new Stranded(series))
                .toList();
    }

    Loads house() {
        return full;
    }

    private final class Stranded implements RepairTogether.Broken {
        private final Booked series;
        private final CourseDays days =
                new CourseDays(open.stream().filter(day -> !day.equals(closed)).toList());

        Stranded(Booked series) {
            this.series = series;
        }

        @Override
        public List<Claim> held() {
            return series.claims();
        }

        @Override
        public Optional<RepairTogether.Fixed> repair(Loads free) {
            List<SeriesRepair.Standing> standing = series.visits().stream()
                    .map(visit -> new SeriesRepair.Standing(
                            visit.slot(), visit.room(), visit.slot().day().isBefore(MONDAY.plusDays(5))))
                    .toList();
            int lost = series.visits().stream()
                    .filter(visit -> visit.slot().day().equals(closed))
                    .findFirst()
                    .orElseThrow()
                    .no();
            return new SeriesRepair(series.protocol(), Price.USUAL, Map.of())
                    .repair(
                            standing,
                            Set.of(lost),
                            MONDAY.plusDays(5),
                            LATEST,
                            days,
                            DemoHouse.offers(series.protocol(), free, false))
                    .map(repair -> new RepairTogether.Fixed(
                            new CourseRepair.Repaired(
                                    repair.after().visits().stream()
                                            .collect(Collectors.toMap(SeriesPlan.Planned::no, Function.identity())),
                                    Set.of(),
                                    repair.after().cost()),
                            claimsOf(
                                    series.protocol(),
                                    series.visits().stream()
                                            .filter(visit -> repair.moved().contains(visit.no()))
                                            .toList()),
                            claimsOf(
                                    series.protocol(),
                                    repair.after().visits().stream()
                                            .filter(visit -> repair.moved().contains(visit.no()))
                                            .toList())));
        }
    }

    /** Whether each finds its new places free when its turn comes, whatever the order. */
    boolean canBeMade(RepairTogether.State state, List<Integer> order) {
        Loads house = full;
        for (int which : order) {
            Optional<RepairTogether.Fixed> fixed = state.fixed().get(which);
            if (fixed.isPresent()) {
                house = house.without(fixed.get().left());
                if (!house.fit(fixed.get().taken())) {
                    return false;
                }
                house = house.promising(fixed.get().taken());
            }
        }
        return true;
    }
}
