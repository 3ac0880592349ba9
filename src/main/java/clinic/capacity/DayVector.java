package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * An amount for each of the 96 quarter-hours of a day, 0..255. Immutable: a change is a new vector, for EclipseLink does
 * not see an array changed in place.
 */
public final class DayVector {
    public static final DayVector EMPTY = new DayVector(new byte[QuarterHours.PER_DAY]);
    private static final int MOST = 255;

    private final byte[] amounts;

    private DayVector(byte[] amounts) {
        this.amounts = amounts;
    }

    /** The vector of 96 unsigned bytes; they are copied. */
    public static DayVector of(byte[] amounts) {
        if (amounts.length != QuarterHours.PER_DAY) {
            throw new IllegalArgumentException("a day has 96 quarter-hours, not " + amounts.length);
        }
        return new DayVector(amounts.clone());
    }

    public int at(int quarter) {
        return Byte.toUnsignedInt(amounts[quarter]);
    }

    public DayVector plus(QuarterHours span, int amount) {
        byte[] changed = amounts.clone();
        for (int quarter = span.start(); quarter < span.end(); quarter++) {
            changed[quarter] = checked(at(quarter) + amount);
        }
        return new DayVector(changed);
    }

    /** Takes the amount off the span; below zero is refused, for it would mean a claim released twice. */
    public DayVector minus(QuarterHours span, int amount) {
        return plus(span, -amount);
    }

    /** Takes the amount off the span where it is there, and never below zero. */
    DayVector less(QuarterHours span, int amount) {
        byte[] changed = amounts.clone();
        for (int quarter = span.start(); quarter < span.end(); quarter++) {
            changed[quarter] = checked(Math.max(0, at(quarter) - amount));
        }
        return new DayVector(changed);
    }

    public DayVector with(QuarterHours span, int amount) {
        byte[] changed = amounts.clone();
        Arrays.fill(changed, span.start(), span.end(), checked(amount));
        return new DayVector(changed);
    }

    /** The amounts made from the quarter-hour and what there was. */
    DayVector map(IntBinaryOperator change) {
        byte[] changed = new byte[amounts.length];
        for (int quarter = 0; quarter < amounts.length; quarter++) {
            changed[quarter] = checked(change.applyAsInt(quarter, at(quarter)));
        }
        return new DayVector(changed);
    }

    private static byte checked(int amount) {
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("an amount of " + amount + " is outside 0.." + MOST);
        }
        return (byte) amount;
    }

    /** Whether no amount is above the other's. */
    boolean isWithin(DayVector other) {
        for (int quarter = 0; quarter < amounts.length; quarter++) {
            if (at(quarter) > other.at(quarter)) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    public int sum() {
        int sum = 0;
        for (int quarter = 0; quarter < amounts.length; quarter++) {
            sum += at(quarter);
        }
        return sum;
    }

    public byte[] toBytes() {
        return amounts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayVector that && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int quarter = 0; quarter < amounts.length; quarter++) {
            text.append(quarter == 0 ? "" : " ").append(at(quarter));
        }
        return text.toString();
    }
}
