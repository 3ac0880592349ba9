package clinic.nursing;

import clinic.calendar.QuarterHours;
import clinic.capacity.Claim;
import clinic.capacity.DayVector;
import java.util.Collection;
import java.util.function.LongPredicate;

/**
 * An infusion as nurses see it: from her coming to her going, the quarter-hours in which it takes a nurse's hands alone,
 * to begin and to let her go, and the units of watching in between.
 */
public record Stay(long visit, QuarterHours span, DayVector hands, DayVector care) {

    /** What the visit claims of the nurses, as it was booked. */
    static Stay of(
            long visit, QuarterHours span, Collection<Claim> claims, LongPredicate isHands, LongPredicate isCare) {
        return new Stay(visit, span, sum(claims, isHands), sum(claims, isCare));
    }

    private static DayVector sum(Collection<Claim> claims, LongPredicate pool) {
        DayVector sum = DayVector.EMPTY;
        for (Claim claim : claims) {
            if (pool.test(claim.resource())) {
                sum = sum.plus(claim.span(), claim.amount());
            }
        }
        return sum;
    }

    boolean isThere(int quarter) {
        return span.start() <= quarter && quarter < span.end();
    }

    boolean needsHands(int quarter) {
        return hands.at(quarter) > 0;
    }
}
