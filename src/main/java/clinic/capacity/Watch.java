package clinic.capacity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One quarter-hour: who watches whom. A nurse at work watches her own; whose nurse is on a break is watched by a
 * colleague at work who has room for her. Whether everybody finds one is tried out, for they are few.
 */
public final class Watch {
    private final int quarter;
    private final List<Nurse> nurses;
    private final List<List<Charge>> hers = new ArrayList<>();
    private final List<Charge> left = new ArrayList<>();
    private final int[] units;
    private final int[] heads;

    public Watch(int quarter, List<Nurse> nurses, Collection<Charge> charges) {
        this.quarter = quarter;
        this.nurses = nurses;
        units = new int[nurses.size()];
        heads = new int[nurses.size()];
        for (int nurse = 0; nurse < nurses.size(); nurse++) {
            List<Charge> mine = new ArrayList<>();
            for (Charge charge : charges) {
                if (charge.stay().isThere(quarter)
                        && charge.at(quarter).id() == nurses.get(nurse).id()) {
                    mine.add(charge);
                    see(nurse, charge);
                }
            }
            hers.add(mine);
        }
    }

    private void see(int nurse, Charge charge) {
        if (nurses.get(nurse).works(quarter)) {
            take(nurse, charge, 1);
        } else {
            left.add(charge);
        }
    }

    private void take(int nurse, Charge charge, int times) {
        units[nurse] += times * care(charge);
        heads[nurse] += times;
    }

    private int care(Charge charge) {
        return charge.stay().care().at(quarter);
    }

    /** Finds a colleague for everybody whose nurse is on a break; false if there is none for all of them. */
    public boolean cover() {
        return cover(0);
    }

    private boolean cover(int index) {
        if (index == left.size()) {
            return true;
        }
        Charge charge = left.get(index);
        for (int nurse = 0; nurse < nurses.size(); nurse++) {
            if (nurses.get(nurse).works(quarter)
                    && units[nurse] + care(charge) <= Ratio.UNITS
                    && heads[nurse] < Ratio.HEADS) {
                take(nurse, charge, 1);
                if (cover(index + 1)) {
                    return true;
                }
                take(nurse, charge, -1);
            }
        }
        return false;
    }

    /** Those in the charge of a nurse then. */
    List<Charge> of(Nurse nurse) {
        return hers.get(nurses.indexOf(nurse));
    }

    public int units(Nurse nurse) {
        return units[nurses.indexOf(nurse)];
    }

    int heads(Nurse nurse) {
        return heads[nurses.indexOf(nurse)];
    }
}
