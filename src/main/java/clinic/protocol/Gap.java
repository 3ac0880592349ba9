package clinic.protocol;

/**
 * How far two visits of a series that follow each other may lie apart, in whole days of the local calendar.
 *
 * @param unit what a day is
 * @param least fewest days, inclusive
 * @param target what is aimed at
 * @param most most days, inclusive
 */
public record Gap(Unit unit, int least, int target, int most) {
    /** What a day of a gap is. Monday to Wednesday is 2 of either; Friday to Monday is 3 calendar days and 1 clinic day. */
    public enum Unit {
        CALENDAR_DAYS,
        /** Only days on which the clinic is open count. */
        CLINIC_DAYS
    }

    public Gap {
        if (least < 1 || least > target || target > most) {
            throw new IllegalArgumentException("a gap of " + least + ".." + most + " around " + target);
        }
    }

    /** The same, and that gap is allowed as well. */
    public Gap including(int days) {
        return new Gap(unit, Math.min(least, days), target, Math.max(most, days));
    }

    public Gap oneDayLonger() {
        return new Gap(unit, least, target, most + 1);
    }

    public boolean allows(int days) {
        return least <= days && days <= most;
    }
}
