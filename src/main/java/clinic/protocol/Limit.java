package clinic.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A number of clinical care that the clinic keeps as data: its usual value, which a clinician confirms, and the bounds
 * within which it makes sense, both inclusive. Sources stand in {@code src/site/markdown/clinical-limits.md}.
 */
public enum Limit {
    /** Before an infusion starts and before discharge; mmHg. A low limit is the lowest value that is still within. */
    SYSTOLIC_LOW(90, 60, 130),
    /** From this value on the visit is held. */
    SYSTOLIC_HIGH(160, 110, 220),
    DIASTOLIC_LOW(50, 30, 80),
    DIASTOLIC_HIGH(100, 70, 140),
    /** Beats a minute. */
    PULSE_LOW(50, 30, 80),
    /** The highest value that is still within. */
    PULSE_HIGH(110, 80, 180),
    /** Percent. */
    SATURATION_LOW(94, 80, 99),
    /** While infusing, in the same units. */
    INFUSION_SYSTOLIC_LOW(90, 60, 130),
    INFUSION_SYSTOLIC_HIGH(180, 110, 240),
    INFUSION_DIASTOLIC_LOW(50, 30, 80),
    INFUSION_DIASTOLIC_HIGH(110, 70, 150),
    INFUSION_PULSE_LOW(50, 30, 80),
    INFUSION_PULSE_HIGH(120, 80, 200),
    INFUSION_SATURATION_LOW(94, 80, 99),
    /** Minutes between sets of vitals while infusing and in recovery. */
    VITALS_MINUTES(15, 5, 15),
    /** Minutes until a visit on hold is measured again. */
    RECHECK_MINUTES(15, 5, 60),
    /** How many times it is measured again. */
    RECHECKS(2, 1, 6),
    /** Percent of change from which on a prescriber verifies the order again: more than this. */
    WEIGHT_PERCENT(5, 1, 20),
    /** Minutes of observation before discharge; without a value, the recovery its protocol plans. */
    OBSERVATION_MINUTES(OptionalInt.empty(), 10, 480),
    /** Minutes an infusion may start off its slot. */
    EARLY_START_MINUTES(30, 0, 120);

    private final OptionalInt usual;
    private final int least;
    private final int most;

    Limit(int usual, int least, int most) {
        this(OptionalInt.of(usual), least, most);
    }

    Limit(OptionalInt usual, int least, int most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** The value the clinic begins with; empty where each protocol has its own. */
    public OptionalInt usual() {
        return usual;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /** The name of its field: {@code systolicLow}. */
    public String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        Arrays.stream(parts).skip(1).forEach(part -> word.append(Character.toUpperCase(part.charAt(0)))
                .append(part.substring(1)));
        return word.toString();
    }

    /** The limit above which this one must lie; empty if there is none. */
    Optional<Limit> low() {
        return name().endsWith("_HIGH") ? Optional.of(valueOf(name().replace("_HIGH", "_LOW"))) : Optional.empty();
    }
}
