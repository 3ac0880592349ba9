package clinic.capacity;

import clinic.calendar.QuarterHours;

/**
 * How full one resource is on one day.
 *
 * @param capacity how much there is
 * @param used how much visits have taken
 * @param held how much others hold while they fill the form
 */
public record Load(DayVector capacity, DayVector used, DayVector held) {
    static final Load NOTHING_THERE = new Load(DayVector.EMPTY, DayVector.EMPTY, DayVector.EMPTY);

    /** The one rule of the house: it fits if there is room in every quarter-hour of the span. */
    public boolean fits(QuarterHours span, int amount) {
        for (int quarter = span.start(); quarter < span.end(); quarter++) {
            if (used.at(quarter) + held.at(quarter) + amount > capacity.at(quarter)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it would fit if nobody had taken or held anything. */
    public boolean couldFit(QuarterHours span, int amount) {
        for (int quarter = span.start(); quarter < span.end(); quarter++) {
            if (amount > capacity.at(quarter)) {
                return false;
            }
        }
        return true;
    }

    /** The load with a claim given back; one that was given back meanwhile is not given back twice. */
    Load without(Claim claim) {
        return new Load(capacity, used.less(claim.span(), claim.amount()), held);
    }

    Load holding(Claim claim) {
        return new Load(capacity, used, held.plus(claim.span(), claim.amount()));
    }
}
