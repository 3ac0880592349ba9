package clinic.infusion;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A day closed in a house that is nearly full, repaired in order of coming and together: what either costs, and what it
 * would cost if there were no others. For 60 and 150 patients, in a minute or so.
 */
public final class RepairBench {
    private static final int[] PATIENTS = {60, 150};
    private static final long[] SEEDS = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final long EACH = TimeUnit.SECONDS.toNanos(2);

    private RepairBench() {}

    public static void main(String[] none) {
        for (int patients : PATIENTS) {
            for (long seed : SEEDS) {
                print(patients, seed);
            }
        }
    }

    private static void print(int patients, long seed) {
        ClosedDay day = new ClosedDay(patients, seed);
        RepairTogether together = new RepairTogether(day.broken(), day.house(), () -> true);
        RepairTogether.State served = together.inOrder();
        long end = System.nanoTime() + EACH;
        int[] tries = {0};
        RepairTogether.State best = together.best(new Random(seed), () -> {
            tries[0]++;
            return System.nanoTime() < end;
        });
        List<RepairTogether.Broken> left = IntStream.range(0, day.broken().size())
                .filter(which -> best.fixed().get(which).isEmpty())
                .mapToObj(day.broken()::get)
                .toList();
        System.out.printf(
                "%d patients, seed %d, %d series: in order %d repaired, cost %,d; together %d repaired, cost %,d,"
                        + " after %d tries; each alone %,d; %d more once those are made%n",
                patients,
                seed,
                day.broken().size(),
                served.repaired(),
                served.cost(),
                best.repaired(),
                best.cost(),
                tries[0],
                together.alone().cost(),
                new RepairTogether(left, together.made(best), () -> true)
                        .inOrder()
                        .repaired());
    }
}
