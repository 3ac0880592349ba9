package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who has whom in each quarter-hour of a day, as numbers: the compact form of {@link Ratio} for those who try many ways.
 * It holds no assignment that breaks a rule. What it says and what {@link Ratio} says is the same; a property test
 * compares them.
 */
final class NurseTable {
    static final long MIX = 0x9E3779B97F4A7C15L;

    private final NurseShifts shifts;
    private final boolean[][] works;
    private final boolean[] someoneRests;
    private final int[][] units;
    private final int[][] heads;
    private final int[][] tasks;
    private final List<Way> placed = new ArrayList<>();
    private final List<Way> placedForGood = new ArrayList<>();
    private final long[] pinned;

    /**
     * One way to have a stay.
     *
     * @param next index of the second nurse, or -1
     * @param shape a number for the stay's span and care and the hand-over
     * @param care all units of care of the stay together
     */
    record Way(Charge charge, int first, int next, long shape, int care) {
        int at(int quarter) {
            return quarter < charge.handOver() ? first : next;
        }

        Stay stay() {
            return charge.stay();
        }
    }

    NurseTable(Collection<Nurse> nurses) {
        this(new NurseShifts(nurses));
    }

    private NurseTable(NurseShifts shifts) {
        this.shifts = shifts;
        works = shifts.works;
        someoneRests = shifts.someoneRests;
        units = new int[works.length][QuarterHours.PER_DAY];
        heads = new int[works.length][QuarterHours.PER_DAY];
        tasks = new int[works.length][QuarterHours.PER_DAY];
        pinned = new long[works.length];
    }

    /** The same nurses with nobody to take. */
    NurseTable emptied() {
        return new NurseTable(shifts);
    }

    /** The same nurses with what is pinned only. */
    NurseTable pinned() {
        NurseTable only = emptied();
        for (Way way : placedForGood) {
            only.put(way);
            only.placedForGood.add(way);
        }
        System.arraycopy(pinned, 0, only.pinned, 0, pinned.length);
        return only;
    }

    /** All units of care each nurse has that day, as far as the nurse is the first to take a visit. */
    int[] load() {
        int[] load = new int[works.length];
        placed.forEach(way -> load[way.first()] += way.care());
        return load;
    }

    static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** For each nurse a number, the same for those who work alike from that quarter-hour on and have the same pinned. */
    long[] restOf(int quarter) {
        long[] all = new long[works.length];
        for (int nurse = 0; nurse < all.length; nurse++) {
            all[nurse] = shifts.rest[nurse][quarter] + pinned[nurse];
        }
        return all;
    }

    /** Puts it in for good: it stays where it is whatever is tried. */
    void pin(Charge charge) {
        Way way = way(charge)
                .filter(this::put)
                .orElseThrow(() -> new IllegalArgumentException(charge + " breaks a rule"));
        placedForGood.add(way);
        pinned[way.first()] += mixed(way.shape() + 3);
        if (way.next() >= 0) {
            pinned[way.next()] += mixed(way.shape() + 4);
        }
    }

    /** That way, if nurses' shifts and breaks allow it. */
    Optional<Way> way(Charge charge) {
        return shifts.way(charge);
    }

    /** The ways nurses' shifts and breaks allow, whoever else is there. */
    Way[] ways(Stay stay) {
        return shifts.ways(stay);
    }

    /** Whether one nurse has room for it from start to end as things are. A quick yes; a no is to be looked into. */
    boolean hasRoomAtOnce(Stay stay) {
        for (int nurse = 0; nurse < works.length; nurse++) {
            if (hasRoomAtOnce(nurse, stay)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasRoomAtOnce(int nurse, Stay stay) {
        int start = stay.span().start();
        int last = stay.span().end() - 1;
        boolean[] atWork = works[nurse];
        if (!atWork[start] || !atWork[last] || tasks[nurse][start] > 0 || tasks[nurse][last] > 0) {
            return false;
        }
        for (int quarter = start; quarter <= last; quarter++) {
            int care = stay.care().at(quarter);
            if (atWork[quarter]
                    && (heads[nurse][quarter] >= Ratio.HEADS || units[nurse][quarter] + care > Ratio.UNITS)) {
                return false;
            }
            if (someoneRests[quarter] && !isWatchedByOne(quarter, nurse, care)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one colleague at work has room for all who are on a break, with one more patient of that nurse. */
    private boolean isWatchedByOne(int quarter, int of, int care) {
        heads[of][quarter]++;
        units[of][quarter] += care;
        boolean isWatched = isWatchedByOne(quarter);
        heads[of][quarter]--;
        units[of][quarter] -= care;
        return isWatched;
    }

    private boolean isWatchedByOne(int quarter) {
        int restingHeads = 0;
        int restingUnits = 0;
        for (int nurse = 0; nurse < works.length; nurse++) {
            if (!works[nurse][quarter]) {
                restingHeads += heads[nurse][quarter];
                restingUnits += units[nurse][quarter];
            }
        }
        boolean isWatched = restingHeads == 0;
        for (int nurse = 0; nurse < works.length && !isWatched; nurse++) {
            isWatched = works[nurse][quarter]
                    && heads[nurse][quarter] + restingHeads <= Ratio.HEADS
                    && units[nurse][quarter] + restingUnits <= Ratio.UNITS;
        }
        return isWatched;
    }

    /** Puts it in if that breaks no rule; otherwise changes nothing. */
    boolean put(Way way) {
        Stay stay = way.stay();
        if (!hasRoom(way)) {
            return false;
        }
        change(way, 1);
        placed.add(way);
        int end = stay.span().end();
        for (int quarter = stay.span().start(); quarter < end; quarter++) {
            if (someoneRests[quarter] && !isCovered(quarter)) {
                take(way);
                return false;
            }
        }
        return true;
    }

    /** Whether its nurses have room for it, whoever rests meanwhile. */
    boolean hasRoom(Way way) {
        Stay stay = way.stay();
        int start = stay.span().start();
        int end = stay.span().end();
        if (tasks[way.first()][start] > 0 || tasks[way.at(end - 1)][end - 1] > 0) {
            return false;
        }
        for (int quarter = start; quarter < end; quarter++) {
            int nurse = way.at(quarter);
            if (works[nurse][quarter]
                    && (heads[nurse][quarter] >= Ratio.HEADS
                            || units[nurse][quarter] + stay.care().at(quarter) > Ratio.UNITS)) {
                return false;
            }
        }
        return true;
    }

    /** Takes out what was put in. */
    void take(Way way) {
        change(way, -1);
        int at = placed.size() - 1;
        while (placed.get(at) != way) {
            at--;
        }
        placed.remove(at);
    }

    private void change(Way way, int times) {
        Stay stay = way.stay();
        int start = stay.span().start();
        int end = stay.span().end();
        for (int quarter = start; quarter < end; quarter++) {
            int nurse = way.at(quarter);
            heads[nurse][quarter] += times;
            units[nurse][quarter] += times * stay.care().at(quarter);
        }
        tasks[way.first()][start] += times;
        if (end - 1 > start) {
            tasks[way.at(end - 1)][end - 1] += times;
        }
    }

    /** Whether colleagues at work have room for all whose nurse is on a break then. */
    private boolean isCovered(int quarter) {
        int resting = 0;
        for (int nurse = 0; nurse < works.length; nurse++) {
            resting += works[nurse][quarter] ? 0 : heads[nurse][quarter];
        }
        if (resting == 0 || isWatchedByOne(quarter)) {
            return true;
        }
        int[] left = new int[resting];
        int many = 0;
        for (Way way : placed) {
            Stay stay = way.stay();
            if (stay.isThere(quarter) && !works[way.at(quarter)][quarter]) {
                left[many++] = stay.care().at(quarter);
            }
        }
        Arrays.sort(left);
        int[] freeUnits = new int[works.length];
        int[] freeHeads = new int[works.length];
        for (int nurse = 0; nurse < works.length; nurse++) {
            freeUnits[nurse] = works[nurse][quarter] ? Ratio.UNITS - units[nurse][quarter] : 0;
            freeHeads[nurse] = works[nurse][quarter] ? Ratio.HEADS - heads[nurse][quarter] : 0;
        }
        return isCovered(left, resting - 1, freeUnits, freeHeads);
    }

    /** The heaviest first. */
    private static boolean isCovered(int[] left, int index, int[] freeUnits, int[] freeHeads) {
        if (index < 0) {
            return true;
        }
        for (int nurse = 0; nurse < freeUnits.length; nurse++) {
            if (freeHeads[nurse] > 0 && freeUnits[nurse] >= left[index]) {
                freeHeads[nurse]--;
                freeUnits[nurse] -= left[index];
                if (isCovered(left, index - 1, freeUnits, freeHeads)) {
                    return true;
                }
                freeHeads[nurse]++;
                freeUnits[nurse] += left[index];
            }
        }
        return false;
    }
}
