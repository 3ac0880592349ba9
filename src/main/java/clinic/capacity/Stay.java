package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An infusion as nurses see it: from the patient's arrival to discharge, a start task in its first quarter-hour and a
 * discharge task in its last, each of which takes a nurse alone, and the units of care in between.
 *
 * @param visit its number; {@link #NOT_BOOKED} for one that is only asked about
 * @param care units in each quarter-hour of the span, at least 1
 */
public record Stay(long visit, QuarterHours span, DayVector care) {
    /** Quarter-hours of a start or discharge task. The clinic's page of rules, 3.1. */
    public static final int TASK = 1;

    static final long NOT_BOOKED = 0;

    /** One that is only asked about. */
    public static Stay asked(QuarterHours span, DayVector care) {
        return new Stay(NOT_BOOKED, span, care);
    }

    /**
     * The stays among some claims: of each day the claims on care that follow each other are one stay. Claims of several
     * visits must not meet on one day; a patient has one infusion a day.
     *
     * @param care the resource infusions claim their care of
     */
    static Map<LocalDate, List<Stay>> of(long visit, Collection<Claim> claims, long care) {
        Map<LocalDate, List<Claim>> days = new HashMap<>();
        claims.stream().filter(claim -> claim.resource() == care).sorted().forEach(claim -> days.computeIfAbsent(
                        claim.day(), any -> new ArrayList<>())
                .add(claim));
        Map<LocalDate, List<Stay>> stays = new TreeMap<>();
        days.forEach((day, inOrder) -> stays.put(day, of(visit, inOrder)));
        return stays;
    }

    private static List<Stay> of(long visit, List<Claim> inOrder) {
        List<Stay> stays = new ArrayList<>();
        for (Claim claim : inOrder) {
            Stay part = new Stay(visit, claim.span(), DayVector.EMPTY.with(claim.span(), claim.amount()));
            int last = stays.size() - 1;
            if (last >= 0 && stays.get(last).span.end() == claim.span().start()) {
                stays.set(last, stays.get(last).followedBy(part));
            } else {
                stays.add(part);
            }
        }
        return stays;
    }

    private Stay followedBy(Stay part) {
        return new Stay(
                visit,
                new QuarterHours(span.start(), part.span.end()),
                care.map((quarter, units) -> units + part.care.at(quarter)));
    }

    boolean isThere(int quarter) {
        return span.start() <= quarter && quarter < span.end();
    }

    /** Whether it takes a nurse alone then. */
    boolean needsHands(int quarter) {
        return quarter < span.start() + TASK && quarter >= span.start()
                || quarter >= span.end() - TASK && quarter < span.end();
    }

    /** Whether it asks the same of nurses, whichever visit it is. */
    boolean isLike(Stay other) {
        return span.equals(other.span) && care.equals(other.care);
    }
}
