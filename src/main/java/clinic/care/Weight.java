package clinic.care;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A body weight, kept in whole grams and shown in pounds with the kilograms beside.
 *
 * @param grams whether a body can weigh that the desk says
 */
public record Weight(int grams) {
    private static final BigDecimal GRAMS_A_POUND = new BigDecimal("453.59237");
    private static final BigDecimal GRAMS_A_KILOGRAM = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Rounded to the gram; a number too great for an int is as great as an int can be, and so is one below. */
    public static Weight ofPounds(BigDecimal pounds) {
        return of(pounds.multiply(GRAMS_A_POUND));
    }

    public static Weight ofKilograms(BigDecimal kilograms) {
        return of(kilograms.multiply(GRAMS_A_KILOGRAM));
    }

    private static Weight of(BigDecimal grams) {
        return new Weight(grams.setScale(0, RoundingMode.HALF_UP)
                .min(MOST)
                .max(MOST.negate())
                .intValueExact());
    }

    /** To one decimal. */
    public BigDecimal pounds() {
        return in(GRAMS_A_POUND);
    }

    /** To one decimal. */
    public BigDecimal kilograms() {
        return in(GRAMS_A_KILOGRAM);
    }

    private BigDecimal in(BigDecimal unit) {
        BigDecimal rounded = BigDecimal.valueOf(grams).divide(unit, 1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    /** Whether the other one is more than so many percent of this one away. */
    boolean isFurtherThan(int percent, Weight other) {
        return Math.abs((long) other.grams - grams) * 100 > (long) percent * grams;
    }

    /** {@code 154 lb (69.9 kg)}, in every language. */
    @Override
    public String toString() {
        return pounds().toPlainString() + " lb (" + kilograms().toPlainString() + " kg)";
    }
}
