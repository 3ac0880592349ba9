package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one nurse can do at once, by the clinic's page of rules, sections 4 and 8. She is on shift as long as a patient is
 * in her charge, and not on a break when she begins with one, takes one over, or lets one go; each of these takes a
 * quarter-hour of its own. At work she has no more than three patients and six units of watching, those counted whom she
 * watches for a colleague on a break. During a break every patient is watched by one of the colleagues at work, each of
 * them within the same numbers; who watches whom is free from quarter-hour to quarter-hour, and the charge stays where it
 * is. Pure.
 */
public record Ratio(List<Nurse> nurses) {
    public static final int UNITS = CapacityPlan.CARE_PER_NURSE;
    public static final int HEADS = CapacityPlan.HEADS_PER_NURSE;

    public Ratio {
        nurses = List.copyOf(nurses);
    }

    public boolean holds(Collection<Charge> charges, QuarterHours within) {
        return broken(charges, within, true).isEmpty();
    }

    /** Everything that is wrong in that part of the day, quarter-hour by quarter-hour put together. */
    public List<Broken> broken(Collection<Charge> charges, QuarterHours within) {
        return broken(charges, within, false);
    }

    /**
     * @param anyIsEnough whether to stop at the first quarter-hour in which something is wrong
     */
    private List<Broken> broken(Collection<Charge> charges, QuarterHours within, boolean anyIsEnough) {
        List<Charge> around = charges.stream()
                .filter(charge -> charge.stay().span().overlaps(within))
                .toList();
        List<Broken> all = new ArrayList<>();
        for (int quarter = within.start(); quarter < within.end() && !(anyIsEnough && !all.isEmpty()); quarter++) {
            at(quarter, around, all);
        }
        return all;
    }

    private void at(int quarter, List<Charge> charges, List<Broken> all) {
        Watch watch = new Watch(quarter, nurses, charges);
        for (Nurse nurse : nurses) {
            List<Charge> hers = watch.of(nurse);
            if (!hers.isEmpty() && !nurse.isThere(quarter)) {
                add(all, Broken.Rule.AWAY, nurse, quarter);
            } else if (!hers.isEmpty()) {
                tasks(quarter, nurse, hers, all);
                numbers(quarter, nurse, watch, all);
            }
        }
        if (!watch.cover()) {
            nurses.stream()
                    .filter(nurse -> nurse.isThere(quarter)
                            && !nurse.works(quarter)
                            && !watch.of(nurse).isEmpty())
                    .forEach(nurse -> add(all, Broken.Rule.BREAK_UNCOVERED, nurse, quarter));
        }
    }

    private static void tasks(int quarter, Nurse nurse, List<Charge> hers, List<Broken> all) {
        long hands = hers.stream()
                .filter(charge -> charge.stay().needsHands(quarter))
                .count();
        if (hands > 1) {
            add(all, Broken.Rule.TWO_AT_ONCE, nurse, quarter);
        }
        if (!nurse.works(quarter) && (hands > 0 || hers.stream().anyMatch(charge -> charge.isHandedOverAt(quarter)))) {
            add(all, Broken.Rule.ON_BREAK, nurse, quarter);
        }
    }

    private static void numbers(int quarter, Nurse nurse, Watch watch, List<Broken> all) {
        if (watch.units(nurse) > UNITS) {
            add(all, Broken.Rule.UNITS, nurse, quarter);
        }
        if (watch.heads(nurse) > HEADS) {
            add(all, Broken.Rule.HEADS, nurse, quarter);
        }
    }

    private static void add(List<Broken> all, Broken.Rule rule, Nurse nurse, int quarter) {
        int last = all.size() - 1;
        while (last >= 0
                && !(all.get(last).rule() == rule
                        && all.get(last).nurse().id() == nurse.id()
                        && all.get(last).at().end() == quarter)) {
            last--;
        }
        if (last < 0) {
            all.add(new Broken(rule, nurse, new QuarterHours(quarter, quarter + 1)));
        } else {
            QuarterHours so = all.get(last).at();
            all.set(last, new Broken(rule, nurse, new QuarterHours(so.start(), quarter + 1)));
        }
    }
}
