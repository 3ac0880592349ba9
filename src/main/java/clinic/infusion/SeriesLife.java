package clinic.infusion;

import clinic.booking.Status;
import clinic.planner.CourseDays;
import clinic.planner.CourseRules;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a series stands, given where its visits stand and what a prescriber decided. One function of the facts, so that a
 * step taken back takes the series back too. Pure.
 *
 * @param decidedTo the last visit whose checkpoint is decided; 0 if none is
 * @param accepted the later visits of gaps a prescriber accepted
 * @param eligible whether she may be treated
 */
record SeriesLife(Protocol protocol, CourseDays days, int decidedTo, Set<Integer> accepted, boolean eligible) {

    /** A visit of the series as it stands. */
    record Standing(int no, Status status, LocalDate day) {
        boolean isGone() {
            return status.isGone();
        }
    }

    /**
     * Where it stands after a visit changed.
     *
     * @param before where it stood; what ended stays so, and a pause lasts until somebody ends it
     */
    SeriesState after(SeriesState before, List<Standing> visits) {
        if (!before.isRunning() && before != SeriesState.COMPLETED) {
            return before;
        }
        boolean begun = visits.stream().anyMatch(visit -> visit.status() == Status.DONE);
        boolean over = visits.stream().allMatch(visit -> visit.status().isOver());
        if (over && !begun) {
            return SeriesState.CANCELLED;
        }
        if (!over && isBreached(visits)) {
            return SeriesState.GAP_BREACH;
        }
        if (isAtCheckpoint(visits)) {
            return SeriesState.AT_CHECKPOINT;
        }
        if (over) {
            return SeriesState.COMPLETED;
        }
        if (before == SeriesState.PAUSED) {
            return SeriesState.PAUSED;
        }
        if (begun) {
            return SeriesState.ACTIVE;
        }
        return eligible ? SeriesState.PLANNED : SeriesState.DRAFT;
    }

    private boolean isBreached(List<Standing> visits) {
        return breaches(visits).stream().anyMatch(visit -> !accepted.contains(visit));
    }

    /** The later visits of the gaps that are not as they should be. */
    Set<Integer> breaches(List<Standing> visits) {
        Map<Integer, LocalDate> left = new TreeMap<>();
        visits.stream().filter(visit -> !visit.isGone()).forEach(visit -> left.put(visit.no(), visit.day()));
        return new CourseRules(protocol, days).broken(left).keySet();
    }

    private boolean isAtCheckpoint(List<Standing> visits) {
        return checkpoint(visits) > decidedTo;
    }

    /** The last checkpoint her visits came past; 0 if none. */
    int checkpoint(List<Standing> visits) {
        return checkpoint(protocol, visits);
    }

    static int checkpoint(Protocol protocol, List<Standing> visits) {
        int lastDone = visits.stream()
                .filter(visit -> visit.status() == Status.DONE)
                .mapToInt(Standing::no)
                .max()
                .orElse(0);
        int passed = visits.stream().filter(visit -> visit.no() > lastDone).allMatch(visit -> visit.status()
                        .isOver())
                ? Math.max(protocol.visits(), lastDone)
                : lastDone;
        return lastDone == 0
                ? 0
                : protocol.checkpoints().stream()
                        .filter(each -> each <= passed)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
    }
}
