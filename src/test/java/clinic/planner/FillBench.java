package clinic.planner;

/** Fills the same house with the same patients twice: by the planner, and by who takes the first time there is. */
public final class FillBench {
    private static final int PATIENTS = Integer.getInteger("patients", 150);
    private static final long[] SEEDS = {20260302, 7, 42};

    private FillBench() {}

    public static void main(String[] none) {
        for (long seed : SEEDS) {
            print(seed, "planner  ", Filling.of(PATIENTS, seed, Filling::best));
            print(seed, "first fit", Filling.of(PATIENTS, seed, Filling::firstFit));
        }
    }

    private static void print(long seed, String who, Filling.Report report) {
        System.out.printf(
                "seed %d, %s: %d of %d placed, %d cancelled, %d visits missed; first visit after %.1f days;"
                        + " %.0f %% of gaps the best, %.2f days off; peak to mean of rooms %.2f%n",
                seed,
                who,
                report.placed(),
                report.asked(),
                report.cancelled(),
                report.missed(),
                report.daysToFirst(),
                100 * report.onTarget(),
                report.daysOff(),
                report.peakToMean());
    }
}
