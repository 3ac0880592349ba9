package clinic.protocol;

import clinic.booking.Treatment;
import clinic.capacity.Purpose;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The recipe of a series: how many visits, how far apart, how long each, and after which a prescriber decides. A value; a
 * running series keeps the version it was planned by.
 *
 * @param visits how many, 1 or more
 * @param windowDays most calendar days from the first visit to the last, inclusive
 * @param mostWeekendSplits how many gaps may cross a weekend
 * @param room what its rooms must be fitted for
 * @param acuity units of nursing care one patient takes up to recovery; one is enough from then on
 * @param checkpoints numbers of the visits after which a prescriber decides, counted from 1
 */
public record Protocol(
        String code,
        int version,
        int visits,
        Gap gap,
        int windowDays,
        int mostWeekendSplits,
        Phases phases,
        Purpose room,
        int acuity,
        Set<Integer> checkpoints) {
    /** No bound on gaps that cross a weekend. */
    public static final int ANY_SPLITS = 99;

    public Protocol {
        checkpoints = Set.copyOf(checkpoints);
        if (visits < 1 || checkpoints.stream().anyMatch(visit -> visit < 1 || visit > visits)) {
            throw new IllegalArgumentException(code + " has " + visits + " visits and checkpoints " + checkpoints);
        }
    }

    /** What each of its visits takes. */
    public Treatment treatment() {
        return Treatment.of(room, phases.prep(), phases.infusion(), phases.recovery(), phases.turnover(), acuity);
    }

    /**
     * What that visit takes: the first treatment she ever has takes more.
     *
     * @param last the day of her last treatment before the series
     */
    public Treatment treatment(int visit, Optional<LocalDate> last) {
        return visit == 1 && last.isEmpty() ? treatment().firstEver() : treatment();
    }

    /** Visits up to the first checkpoint are firm, the rest tentative; without a checkpoint all are firm. */
    public boolean isFirm(int visit) {
        return visit <= checkpoints.stream().min(Integer::compare).orElse(visits);
    }

    /** One visit by the same recipe. */
    public Protocol single() {
        return new Protocol(code, version, 1, gap, windowDays, mostWeekendSplits, phases, room, acuity, Set.of());
    }

    /** The same recipe within other bounds. */
    public Protocol within(Gap otherGap, int otherWindowDays) {
        return new Protocol(
                code, version, visits, otherGap, otherWindowDays, mostWeekendSplits, phases, room, acuity, checkpoints);
    }

    /** The same recipe, and one gap more may cross a weekend. */
    public Protocol acrossOneMoreWeekend() {
        int splits = Math.min(ANY_SPLITS, mostWeekendSplits + 1);
        return new Protocol(code, version, visits, gap, windowDays, splits, phases, room, acuity, checkpoints);
    }
}
