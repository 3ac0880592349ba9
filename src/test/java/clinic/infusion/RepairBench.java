package clinic.infusion;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A day closed in a full house, repaired in order of coming and together: what either costs, in twenty seconds at most. */
public final class RepairBench {
    private static final long[] SEEDS = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final long EACH = TimeUnit.SECONDS.toNanos(2);

    private RepairBench() {}

    public static void main(String[] none) {
        for (long seed : SEEDS) {
            ClosedDay day = new ClosedDay(70, seed);
            RepairTogether together = new RepairTogether(day.broken(), day.house());
            RepairTogether.State served = together.inOrder();
            long end = System.nanoTime() + EACH;
            int[] tries = {0};
            RepairTogether.State best = together.best(new Random(seed), () -> {
                tries[0]++;
                return System.nanoTime() < end;
            });
            System.out.printf(
                    "seed %d, %d series: in order %d repaired, cost %,d; together %d repaired, cost %,d, after %d tries%n",
                    seed,
                    day.broken().size(),
                    served.repaired(),
                    served.cost(),
                    best.repaired(),
                    best.cost(),
                    tries[0]);
        }
    }
}
