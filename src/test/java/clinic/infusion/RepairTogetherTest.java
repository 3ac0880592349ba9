package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import clinic.calendar.QuarterHours;
import clinic.capacity.Claim;
import clinic.capacity.DayVector;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is closed in a house that is nearly full. */
class RepairTogetherTest {
    private static final int TRIES = 60;

    private static RepairTogether.State together(ClosedDay day, long seed) {
        AtomicInteger tries = new AtomicInteger();
        return new RepairTogether(day.broken(), day.house(), () -> true)
                .best(new Random(seed), () -> tries.incrementAndGet() <= TRIES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isNeverWorseThanFirstComeFirstServed(long seed) {
        ClosedDay day = new ClosedDay(60, seed);
        RepairTogether.State served = new RepairTogether(day.broken(), day.house(), () -> true).inOrder();

        RepairTogether.State best = together(day, seed);

        assertThat(day.broken()).hasSizeGreaterThan(3);
        assertThat(best.cost()).isLessThanOrEqualTo(served.cost());
        assertThat(best.repaired()).isGreaterThanOrEqualTo(served.repaired());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 5})
    void canBeMadeSeriesBySeriesInAnyOrder(long seed) {
        ClosedDay day = new ClosedDay(70, seed);
        RepairTogether.State best = together(day, seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, best.fixed().size()).boxed().toList());

        assertThat(best.repaired()).isGreaterThan(10);
        for (int another = 0; another < 20; another++) {
            assertThat(day.canBeMade(best, order)).as("in the order " + order).isTrue();
            Collections.shuffle(order, new Random(another));
        }
    }

    /** A series that has one visit to move, to one of some hours of one room, the first the cheapest. */
    private record Picky(List<Integer> hours, List<Claim> held) implements RepairTogether.Broken {
        private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

        private static Claim at(int hour) {
            return new Claim(DAY, 1, new QuarterHours(hour * 4, hour * 4 + 4), 1);
        }

        Picky(List<Integer> hours) {
            this(hours, List.of());
        }

        @Override
        public Optional<RepairTogether.Fixed> repair(Loads free) {
            return hours.stream()
                    .filter(hour -> free.fit(List.of(at(hour))))
                    .findFirst()
                    .map(hour -> new RepairTogether.Fixed(
                            new CourseRepair.Repaired(Map.of(), Set.of(), 1000 * hours.indexOf(hour)),
                            held,
                            List.of(at(hour))));
        }
    }

    private static Loads aRoomFromNineToNoon() {
        Loads loads = LoadsFixture.empty();
        LoadsFixture.offer(loads, Picky.DAY, 1, DayVector.EMPTY.with(new QuarterHours(36, 48), 1));
        return loads;
    }

    private static List<Integer> hours(RepairTogether.State state) {
        return state.fixed().stream()
                .map(fixed ->
                        fixed.map(one -> one.taken().get(0).span().start() / 4).orElse(0))
                .toList();
    }

    @Test
    void leavesNobodyWithoutAPlaceForAnotherToBeMovedLess() {
        RepairTogether together = new RepairTogether(
                List.of(new Picky(List.of(9, 10, 11)), new Picky(List.of(9)), new Picky(List.of(9, 10))),
                aRoomFromNineToNoon(),
                () -> true);
        AtomicInteger tries = new AtomicInteger();

        assertThat(hours(together.inOrder())).containsExactly(9, 0, 10);
        assertThat(hours(together.best(new Random(1), () -> tries.incrementAndGet() <= TRIES)))
                .containsExactly(11, 9, 10);
    }

    @Test
    void knowsWhichPlacesAreFreeOnceAllIsMade() {
        Loads loads = aRoomFromNineToNoon();
        LoadsFixture.take(loads, List.of(Picky.at(9)));
        RepairTogether.Broken leavesNine = new Picky(List.of(10), List.of(Picky.at(9)));
        RepairTogether.Broken needsNine = new Picky(List.of(9, 10));
        RepairTogether together = new RepairTogether(List.of(leavesNine, needsNine), loads, () -> true);

        RepairTogether.State best = together.inOrder();

        assertThat(hours(best)).containsExactly(10, 0);
        assertThat(needsNine.repair(together.made(best)).orElseThrow().taken()).containsExactly(Picky.at(9));
        assertThat(leavesNine.repair(together.made(best)))
                .as("ten is taken then")
                .isEmpty();
    }

    @Test
    void countsWhatASeriesHoldsAsFreeForItself() {
        Loads loads = aRoomFromNineToNoon();
        LoadsFixture.take(loads, List.of(Picky.at(9)));
        RepairTogether together =
                new RepairTogether(List.of(new Picky(List.of(9), List.of(Picky.at(9)))), loads, () -> true);

        assertThat(hours(together.alone())).containsExactly(9);
        assertThat(hours(together.inOrder())).containsExactly(9);
    }

    @Test
    void doesNotLookForMoreWhereEachHasWhatItWouldHaveAlone() {
        RepairTogether together = new RepairTogether(
                List.of(new Picky(List.of(9)), new Picky(List.of(10)), new Picky(List.of(8))),
                aRoomFromNineToNoon(),
                () -> true);

        assertThat(hours(together.best(new Random(1), () -> fail("nothing is left to try"))))
                .containsExactly(9, 10, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void findsTheSameForTheSameSeed(long seed) {
        ClosedDay day = new ClosedDay(60, seed);

        assertThat(together(day, seed).fixed()).isEqualTo(together(day, seed).fixed());
    }

    @Test
    void saysWhichThereWasNoTimeFor() {
        AtomicInteger asked = new AtomicInteger();
        RepairTogether together = new RepairTogether(
                List.of(new Picky(List.of(9)), new Picky(List.of(10)), new Picky(List.of(11))),
                aRoomFromNineToNoon(),
                () -> asked.incrementAndGet() <= 2);

        assertThat(IntStream.range(0, 3).filter(together::isLookedAt)).containsExactly(0, 1);
        assertThat(hours(together.inOrder())).containsExactly(9, 10, 0);
    }
}
