package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is closed in a house that is nearly full. */
class RepairTogetherTest {
    private static final int TRIES = 60;

    private static RepairTogether.State together(ClosedDay day, long seed) {
        AtomicInteger tries = new AtomicInteger();
        return new RepairTogether(day.broken())
                .best(day.house(), new Random(seed), () -> tries.incrementAndGet() <= TRIES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isNeverWorseThanFirstComeFirstServed(long seed) {
        ClosedDay day = new ClosedDay(60, seed);
        RepairTogether.State served = new RepairTogether(day.broken()).inOrder(day.house());

        RepairTogether.State best = together(day, seed);

        assertThat(day.broken()).hasSizeGreaterThan(3);
        assertThat(best.cost()).isLessThanOrEqualTo(served.cost());
        assertThat(best.repaired()).isGreaterThanOrEqualTo(served.repaired());
        assertThat(day.fits(best)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void findsTheSameForTheSameSeed(long seed) {
        ClosedDay day = new ClosedDay(60, seed);

        assertThat(together(day, seed).fixed()).isEqualTo(together(day, seed).fixed());
    }
}
