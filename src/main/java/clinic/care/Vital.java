package clinic.care;

import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import java.util.Locale;
import java.util.Optional;

/** One of the values of a set of vitals, with its unit, what a monitor can plausibly show, and its limits. */
public enum Vital {
    SYSTOLIC(" mmHg", 40, 300, Above.FROM),
    DIASTOLIC(" mmHg", 20, 200, Above.FROM),
    PULSE("/min", 20, 250, Above.OVER),
    SATURATION("%", 50, 100, Above.NEVER);

    /** How a high limit is meant. */
    private enum Above {
        /** The limit itself is out. */
        FROM,
        /** The limit itself is still within. */
        OVER,
        /** There is none. */
        NEVER
    }

    private final String unit;
    private final int least;
    private final int most;
    private final Above above;

    Vital(String unit, int least, int most, Above above) {
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.above = above;
    }

    /** As its field is called. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What follows the number. */
    public String unit() {
        return unit;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /**
     * How a value lies outside; empty if it is within.
     *
     * @param infusing whether the limits are those during an infusion
     */
    Optional<OutOfLimits> judge(int value, ClinicalLimits limits, boolean infusing) {
        int low = limits.of(limit("LOW", infusing));
        if (value < low) {
            return Optional.of(new OutOfLimits(this, value, low, OutOfLimits.Side.LOW));
        }
        if (above == Above.NEVER) {
            return Optional.empty();
        }
        int high = limits.of(limit("HIGH", infusing));
        return above == Above.FROM && value >= high
                ? Optional.of(new OutOfLimits(this, value, high, OutOfLimits.Side.HIGH))
                : value > high
                        ? Optional.of(new OutOfLimits(this, value, high, OutOfLimits.Side.OVER))
                        : Optional.empty();
    }

    private Limit limit(String side, boolean infusing) {
        return Limit.valueOf((infusing ? "INFUSION_" : "") + name() + "_" + side);
    }
}
