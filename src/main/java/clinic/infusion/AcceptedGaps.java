package clinic.infusion;

import clinic.booking.CourseStanding;
import clinic.planner.CourseDays;
import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a prescriber accepted of a series though its protocol does not allow it: a repair leaves it as it is, and makes no
 * more of it. It belongs to the later visit of two; a window that is exceeded, to the last. Pure.
 *
 * @param counting the visits that did not fall away, in order
 * @param accepted numbers of the visits before which it was accepted
 */
record AcceptedGaps(Protocol protocol, List<CourseStanding> counting, Set<Integer> accepted) {

    /** Two visits that follow each other. */
    private record Pair(CourseStanding earlier, CourseStanding later) {
        LocalDate dayBefore() {
            return earlier.slot().day();
        }

        LocalDate day() {
            return later.slot().day();
        }

        boolean splitsAWeekend() {
            return CourseDays.splitsAWeekend(dayBefore(), day());
        }
    }

    private static List<Pair> pairs(List<CourseStanding> some) {
        return IntStream.range(1, some.size())
                .mapToObj(visit -> new Pair(some.get(visit - 1), some.get(visit)))
                .toList();
    }

    private boolean isAccepted(Pair pair) {
        return accepted.contains(pair.later().no());
    }

    /** What the gaps may be that are not as the protocol says, by the position of the later visit among the rest, from 1. */
    Map<Integer, Gap> among(List<CourseStanding> rest, CourseDays days) {
        Map<Integer, Gap> gaps = new TreeMap<>();
        for (Pair pair : pairs(counting)) {
            int gap = days.gap(protocol.gap().unit(), pair.dayBefore(), pair.day());
            if (isAccepted(pair) && gap > 0 && rest.contains(pair.later())) {
                gaps.put(rest.indexOf(pair.later()) + 1, protocol.gap().including(gap));
            }
        }
        return gaps;
    }

    /** How many weekends the rest may still cross; those that were accepted are on top. */
    int weekendSplits(List<CourseStanding> settled, List<CourseStanding> rest) {
        if (protocol.mostWeekendSplits() == Protocol.ANY_SPLITS) {
            return Protocol.ANY_SPLITS;
        }
        long used = pairs(settled).stream()
                .filter(pair -> pair.splitsAWeekend() && !isAccepted(pair))
                .count();
        long more = pairs(counting).stream()
                .filter(pair -> pair.splitsAWeekend() && isAccepted(pair) && rest.indexOf(pair.later()) > 0)
                .count();
        return (int) Math.max(0, protocol.mostWeekendSplits() - used + more);
    }

    /** Whether the whole may take longer than its protocol says. */
    boolean anyWindow() {
        return !counting.isEmpty()
                && accepted.contains(counting.get(counting.size() - 1).no());
    }
}
