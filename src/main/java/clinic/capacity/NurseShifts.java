package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The shifts and breaks of a day's nurses as numbers, and the ways they allow to have a stay, whoever else is there. */
final class NurseShifts {
    private static final NurseTable.Way[] NO_WAY = {};

    /** By nurse and quarter-hour, and so is {@link #rest}. */
    final boolean[][] works;

    /** By quarter-hour, whether any of them is on a break. */
    final boolean[] someoneRests = new boolean[QuarterHours.PER_DAY];

    /** A number for what is left of the shift: the same for those who work alike from then on. */
    final long[][] rest;

    private final List<Nurse> nurses;
    private final int[] from;
    private final int[] to;

    NurseShifts(Collection<Nurse> nurses) {
        this.nurses = List.copyOf(nurses);
        int many = nurses.size();
        works = new boolean[many][QuarterHours.PER_DAY];
        from = new int[many];
        to = new int[many];
        rest = new long[many][QuarterHours.PER_DAY + 1];
        for (int nurse = 0; nurse < many; nurse++) {
            Nurse one = this.nurses.get(nurse);
            from[nurse] = one.shift().map(QuarterHours::start).orElse(0);
            to[nurse] = one.shift().map(QuarterHours::end).orElse(0);
            for (int quarter = QuarterHours.PER_DAY - 1; quarter >= 0; quarter--) {
                boolean isThere = from[nurse] <= quarter && quarter < to[nurse];
                works[nurse][quarter] = one.works(quarter);
                someoneRests[quarter] |= isThere && !works[nurse][quarter];
                rest[nurse][quarter] =
                        NurseTable.mixed(rest[nurse][quarter + 1] + (works[nurse][quarter] ? 2 : isThere ? 1 : 0));
            }
        }
    }

    /** That way, if nurses' shifts and breaks allow it. */
    Optional<NurseTable.Way> way(Charge charge) {
        int next = charge.next().map(this::indexOf).orElse(-1);
        Stay stay = charge.stay();
        long shape = shape(stay) + (next < 0 ? 0 : charge.handOver() * NurseTable.MIX);
        return Optional.of(new NurseTable.Way(charge, indexOf(charge.first()), next, shape, care(stay)))
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
        long shape = stay.span().start() * NurseTable.MIX + stay.span().end();
        for (int quarter = stay.span().start(); quarter < stay.span().end(); quarter++) {
            shape = 31 * shape + stay.care().at(quarter);
        }
        return NurseTable.mixed(shape);
    }

    private static int care(Stay stay) {
        int care = 0;
        for (int quarter = stay.span().start(); quarter < stay.span().end(); quarter++) {
            care += stay.care().at(quarter);
        }
        return care;
    }

    /** The ways nurses' shifts and breaks allow, whoever else is there. */
    NurseTable.Way[] ways(Stay stay) {
        List<NurseTable.Way> ways = new ArrayList<>(nurses.size());
        long shape = shape(stay);
        int care = care(stay);
        for (int first = 0; first < nurses.size(); first++) {
            if (!works[first][stay.span().start()]) {
                continue;
            }
            if (to[first] >= stay.span().end()) {
                add(ways, new NurseTable.Way(Charge.of(stay, nurses.get(first)), first, -1, shape, care));
            } else {
                for (int next = 0; next < nurses.size(); next++) {
                    Charge charge = Charge.of(stay, nurses.get(first), nurses.get(next));
                    if (charge.next().isPresent()) {
                        add(
                                ways,
                                new NurseTable.Way(
                                        charge, first, next, shape + charge.handOver() * NurseTable.MIX, care));
                    }
                }
            }
        }
        return ways.toArray(NO_WAY);
    }

    private void add(List<NurseTable.Way> ways, NurseTable.Way way) {
        if (areThere(way)) {
            ways.add(way);
        }
    }

    private boolean areThere(NurseTable.Way way) {
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
}
