package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.DayVector;
import clinic.capacity.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a visit takes of the house, quarter-hour by quarter-hour from its start: of its room, and of everything else by
 * resource. Read off the claims booking would make for it, so that there is one rule of what a visit takes; moving a visit
 * through the day then is arithmetic.
 */
final class Footprint {
    private final int chair;
    private final int[] room;
    private final long[] others;
    private final int[][] ofOthers;
    private final Stay[] stays = new Stay[QuarterHours.PER_DAY];

    private Footprint(int chair, int[] room, Map<Long, int[]> others) {
        this.chair = chair;
        this.room = room;
        this.others = others.keySet().stream().mapToLong(Long::longValue).toArray();
        this.ofOthers = Arrays.stream(this.others).mapToObj(others::get).toArray(int[][]::new);
    }

    /**
     * @param slot any slot of a visit of this kind, early enough in the day for the cleaning after it
     * @param room the room the claims speak of
     */
    static Footprint of(Slot slot, long room, List<Claim> claims) {
        int start = slot.span().start();
        Map<Long, int[]> taken = new HashMap<>();
        for (Claim claim : claims) {
            int[] before = taken.getOrDefault(claim.resource(), new int[0]);
            int[] amounts =
                    Arrays.copyOf(before, Math.max(before.length, claim.span().end() - start));
            for (int quarter = claim.span().start(); quarter < claim.span().end(); quarter++) {
                amounts[quarter - start] += claim.amount();
            }
            taken.put(claim.resource(), amounts);
        }
        int[] ofRoom = taken.remove(room);
        return new Footprint(slot.span().length(), ofRoom, taken);
    }

    /** The claims of a visit that starts then in that room. */
    List<Claim> claims(LocalDate day, int start, long inRoom) {
        List<Claim> claims = new ArrayList<>(claims(day, start, inRoom, room));
        for (int other = 0; other < others.length; other++) {
            claims.addAll(claims(day, start, others[other], ofOthers[other]));
        }
        return claims;
    }

    /** One for each stretch of the same amount. */
    private static List<Claim> claims(LocalDate day, int start, long resource, int[] amounts) {
        List<Claim> claims = new ArrayList<>();
        for (int from = 0, to; from < amounts.length; from = to) {
            to = from + 1;
            while (to < amounts.length && amounts[to] == amounts[from]) {
                to++;
            }
            if (amounts[from] > 0) {
                claims.add(new Claim(day, resource, new QuarterHours(start + from, start + to), amounts[from]));
            }
        }
        return claims;
    }

    /** Quarter-hours from the patient's coming to her going. */
    int chair() {
        return chair;
    }

    /** Quarter-hours of the room, cleaning included. */
    int roomLength() {
        return room.length;
    }

    boolean fitsRoom(int[] free, int start) {
        return fits(room, free, start);
    }

    /**
     * Whether everything but a room is there.
     *
     * @param free in each quarter-hour, in order of {@link #others}
     */
    boolean fitsOthers(int[][] free, int start) {
        for (int other = 0; other < others.length; other++) {
            if (!fits(ofOthers[other], free[other], start)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The visit as nurses would have it.
     *
     * @param care what it claims its care of
     */
    Stay stay(int start, long care) {
        if (stays[start] == null) {
            int[] amounts = of(care);
            byte[] units = new byte[QuarterHours.PER_DAY];
            for (int quarter = 0; quarter < amounts.length; quarter++) {
                units[start + quarter] = (byte) amounts[quarter];
            }
            stays[start] = Stay.asked(new QuarterHours(start, start + chair), DayVector.of(units));
        }
        return stays[start];
    }

    private int[] of(long other) {
        for (int at = 0; at < others.length; at++) {
            if (others[at] == other) {
                return ofOthers[at];
            }
        }
        return new int[0];
    }

    /** Whatever it takes but a room. */
    long[] others() {
        return others;
    }

    private static boolean fits(int[] wanted, int[] free, int start) {
        if (start + wanted.length > free.length) {
            return false;
        }
        for (int quarter = 0; quarter < wanted.length; quarter++) {
            if (wanted[quarter] > 0 && wanted[quarter] > free[start + quarter]) {
                return false;
            }
        }
        return true;
    }
}
