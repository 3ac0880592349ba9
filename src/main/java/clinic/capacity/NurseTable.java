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
    private static final Way[] NO_WAY = {};

    private final List<Nurse> nurses;
    private final boolean[][] works;
    private final int[] from;
    private final int[] to;
    private final boolean[] someoneRests;
    private final int[][] units;
    private final int[][] heads;
    private final int[][] tasks;
    private final List<Way> placed = new ArrayList<>();
    private final List<Way> placedForGood = new ArrayList<>();
    private final long[][] rest;
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
        this.nurses = List.copyOf(nurses);
        int many = nurses.size();
        works = new boolean[many][QuarterHours.PER_DAY];
        from = new int[many];
        to = new int[many];
        someoneRests = new boolean[QuarterHours.PER_DAY];
        units = new int[many][QuarterHours.PER_DAY];
        heads = new int[many][QuarterHours.PER_DAY];
        tasks = new int[many][QuarterHours.PER_DAY];
        rest = new long[many][QuarterHours.PER_DAY + 1];
        pinned = new long[many];
        for (int nurse = 0; nurse < many; nurse++) {
            Nurse one = this.nurses.get(nurse);
            from[nurse] = one.shift().map(QuarterHours::start).orElse(0);
            to[nurse] = one.shift().map(QuarterHours::end).orElse(0);
            for (int quarter = QuarterHours.PER_DAY - 1; quarter >= 0; quarter--) {
                works[nurse][quarter] = one.works(quarter);
                someoneRests[quarter] |= one.isThere(quarter) && !one.works(quarter);
                rest[nurse][quarter] =
                        mixed(rest[nurse][quarter + 1] + (one.works(quarter) ? 2 : one.isThere(quarter) ? 1 : 0));
            }
        }
    }

    private NurseTable(NurseTable like) {
        nurses = like.nurses;
        works = like.works;
        from = like.from;
        to = like.to;
        someoneRests = like.someoneRests;
        rest = like.rest;
        units = new int[nurses.size()][QuarterHours.PER_DAY];
        heads = new int[nurses.size()][QuarterHours.PER_DAY];
        tasks = new int[nurses.size()][QuarterHours.PER_DAY];
        pinned = new long[nurses.size()];
    }

    /** The same nurses with nobody to take. */
    NurseTable emptied() {
        return new NurseTable(this);
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
        int[] load = new int[nurses.size()];
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
        long[] all = new long[rest.length];
        for (int nurse = 0; nurse < all.length; nurse++) {
            all[nurse] = rest[nurse][quarter] + pinned[nurse];
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
        int next = charge.next().map(this::indexOf).orElse(-1);
        Stay stay = charge.stay();
        long shape = shape(stay) + (next < 0 ? 0 : charge.handOver() * MIX);
        return Optional.of(new Way(charge, indexOf(charge.first()), next, shape, care(stay)))
                .filter(this::areThere);
    }

    private int indexOf(Nurse nurse) {
        for (int index = 0; index < nurses.size(); index++) {
            if (nurses.get(index).id() == nurse.id()) {
                return index;
            }
        }
        throw new IllegalArgumentException(nurse.name() + " does not come that day");
    }

    /** A number for what a stay takes; the hand-over is added to it. */
    private static long shape(Stay stay) {
        long shape = stay.span().start() * MIX + stay.span().end();
        for (int quarter = stay.span().start(); quarter < stay.span().end(); quarter++) {
            shape = 31 * shape + stay.care().at(quarter);
        }
        return mixed(shape);
    }

    private static int care(Stay stay) {
        int care = 0;
        for (int quarter = stay.span().start(); quarter < stay.span().end(); quarter++) {
            care += stay.care().at(quarter);
        }
        return care;
    }

    /** The ways nurses' shifts and breaks allow, whoever else is there. */
    Way[] ways(Stay stay) {
        List<Way> ways = new ArrayList<>(nurses.size());
        long shape = shape(stay);
        int care = care(stay);
        for (int first = 0; first < nurses.size(); first++) {
            if (!works[first][stay.span().start()]) {
                continue;
            }
            if (to[first] >= stay.span().end()) {
                add(ways, new Way(Charge.of(stay, nurses.get(first)), first, -1, shape, care));
            } else {
                for (int next = 0; next < nurses.size(); next++) {
                    Charge charge = Charge.of(stay, nurses.get(first), nurses.get(next));
                    if (charge.next().isPresent()) {
                        add(ways, new Way(charge, first, next, shape + charge.handOver() * MIX, care));
                    }
                }
            }
        }
        return ways.toArray(NO_WAY);
    }

    private void add(List<Way> ways, Way way) {
        if (areThere(way)) {
            ways.add(way);
        }
    }

    private boolean areThere(Way way) {
        Stay stay = way.stay();
        for (int quarter = stay.span().start(); quarter < stay.span().end(); quarter++) {
            int nurse = way.at(quarter);
            boolean handedOver = way.next() >= 0 && quarter == way.charge().handOver();
            if (quarter < from[nurse]
                    || quarter >= to[nurse]
                    || !works[nurse][quarter] && (handedOver || stay.needsHands(quarter))) {
                return false;
            }
        }
        return true;
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
        if (resting == 0) {
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
