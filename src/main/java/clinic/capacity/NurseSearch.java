package clinic.capacity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a nurse for every one of the stays of a day, within {@link Ratio}, or proves that there is no way. Stays are
 * taken in order of their start; what the rest of the day allows depends only on whom each nurse still has, and nurses
 * who work alike from then on are interchangeable, so a few hundred standings are looked at where the ways are millions.
 * A standing that failed is not looked at again. A yes is always true; a no is exact up to {@link #MOST_STEPS} standings,
 * and given unproved beyond. Not for two threads at once. The same stays find the same nurses.
 */
final class NurseSearch {
    /** Some 20 ms; far beyond what five nurses and six rooms need. */
    static final int MOST_STEPS = 20_000;

    private static final int EASY = 100;
    private static final int NOBODY = -1;
    private static final int TWO_NURSES = 10_000;
    private static final Comparator<NurseTable.Way[]> IN_ORDER = Comparator.comparingInt(
                    (NurseTable.Way[] ways) -> ways[0].stay().span().start())
            .thenComparingLong(ways -> ways[0].stay().visit());

    private final NurseTable table;
    private final NurseTable.Way[][] ways;
    private final NurseTable.Way[] chosen;
    private final FailedStandings failed = new FailedStandings();
    private final int[] load;
    private int steps;

    /**
     * @param table with what is decided in it
     * @param wanted the ways of each stay that is to be assigned beside it, at least one of each
     */
    NurseSearch(NurseTable table, List<NurseTable.Way[]> wanted) {
        this.table = table;
        this.ways = wanted.toArray(NurseTable.Way[][]::new);
        Arrays.sort(ways, IN_ORDER);
        this.chosen = new NurseTable.Way[ways.length];
        this.load = table.load();
    }

    /** A way for every stay; nothing if there is none. Asked once. */
    Optional<List<NurseTable.Way>> find() {
        return search(0) ? Optional.of(List.of(chosen)) : Optional.empty();
    }

    private boolean search(int index) {
        if (index == ways.length) {
            return true;
        }
        if (steps++ >= MOST_STEPS) {
            return false;
        }
        long[] having = having(index);
        long standing = index * NurseTable.MIX;
        for (long one : having) {
            standing += one;
        }
        if (failed.has(standing)) {
            return false;
        }
        NurseTable.Way[] inOrder = byEffort(ways[index]);
        for (int at = 0; at < inOrder.length; at++) {
            NurseTable.Way way = inOrder[at];
            if (isLikeOneBefore(inOrder, at, having) || !table.put(way)) {
                continue;
            }
            if (steps > EASY && leavesOneWithout(index, way)) {
                table.take(way);
                continue;
            }
            chosen[index] = way;
            load[way.first()] += way.care();
            if (search(index + 1)) {
                return true;
            }
            load[way.first()] -= way.care();
            table.take(way);
        }
        failed.add(standing);
        return false;
    }

    /** Whether one of those that come while it is there has no way left; asked only where the search is long already. */
    private boolean leavesOneWithout(int index, NurseTable.Way way) {
        int end = way.stay().span().end();
        for (int later = index + 1;
                later < ways.length && ways[later][0].stay().span().start() < end;
                later++) {
            boolean possible = false;
            for (int at = 0; at < ways[later].length && !possible; at++) {
                possible = table.hasRoom(ways[later][at]);
            }
            if (!possible) {
                return true;
            }
        }
        return false;
    }

    private NurseTable.Way[] byEffort(NurseTable.Way[] some) {
        NurseTable.Way[] sorted = some.clone();
        for (int at = 1; at < sorted.length; at++) {
            NurseTable.Way way = sorted[at];
            int to = at;
            for (; to > 0 && effort(sorted[to - 1]) > effort(way); to--) {
                sorted[to] = sorted[to - 1];
            }
            sorted[to] = way;
        }
        return sorted;
    }

    /** The nurse with the least to do that day, and one nurse rather than two. */
    private int effort(NurseTable.Way way) {
        return load[way.first()] + (way.next() == NOBODY ? 0 : TWO_NURSES);
    }

    /** For each nurse, how the rest of the shift is and whom the nurse still has when the next one comes. */
    private long[] having(int index) {
        int from = ways[index][0].stay().span().start();
        long[] having = table.restOf(from);
        for (int before = 0; before < index; before++) {
            NurseTable.Way way = chosen[before];
            int end = way.stay().span().end();
            if (end > from) {
                if (way.charge().handOver() > from) {
                    having[way.first()] += NurseTable.mixed(way.shape() + 1);
                }
                if (way.next() != NOBODY) {
                    having[way.next()] += NurseTable.mixed(way.shape() + 2);
                }
            }
        }
        for (int nurse = 0; nurse < having.length; nurse++) {
            having[nurse] = NurseTable.mixed(having[nurse]);
        }
        return having;
    }

    private static boolean isLikeOneBefore(NurseTable.Way[] ways, int at, long[] having) {
        NurseTable.Way way = ways[at];
        for (int before = 0; before < at; before++) {
            NurseTable.Way other = ways[before];
            if (having[other.first()] == having[way.first()]
                    && other.charge().handOver() == way.charge().handOver()
                    && (way.next() == NOBODY) == (other.next() == NOBODY)
                    && (way.next() == NOBODY || having[other.next()] == having[way.next()])) {
                return true;
            }
        }
        return false;
    }

    /** A set of numbers; a number that is in it by chance makes for a no too many, never for a wrong yes. */
    private static final class FailedStandings {
        private long[] slots = new long[64];
        private int size;

        boolean has(long standing) {
            return slots[slot(slots, standing)] != 0;
        }

        void add(long standing) {
            if (2 * ++size > slots.length) {
                long[] more = new long[2 * slots.length];
                for (long each : slots) {
                    if (each != 0) {
                        more[slot(more, each)] = each;
                    }
                }
                slots = more;
            }
            slots[slot(slots, standing)] = standing;
        }

        private static int slot(long[] slots, long standing) {
            int at = (int) NurseTable.mixed(standing) & slots.length - 1;
            while (slots[at] != 0 && slots[at] != standing) {
                at = at + 1 & slots.length - 1;
            }
            return at;
        }
    }
}
