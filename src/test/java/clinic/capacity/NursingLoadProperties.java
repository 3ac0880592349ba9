package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whether nurses can take the infusions of a day, against the rules and against somebody with all the time in the world. */
class NursingLoadProperties {
    private static final QuarterHours DAY = new QuarterHours(0, QuarterHours.PER_DAY);

    /** As many at once as six rooms hold. */
    @Property(tries = 150)
    void whateverWasAcceptedCanBeAssignedForTheWholeDay(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 5);
        NursingLoad load = new NursingLoad(nurses, List.of());
        List<Stay> accepted = new ArrayList<>();
        for (Stay asked : Ward.stays(chance, 50, 32, 76)) {
            if (most(accepted, asked) >= 6) {
                continue;
            }
            if (!accepted.isEmpty() && chance.nextInt(8) == 0) {
                load = load.without(accepted.remove(chance.nextInt(accepted.size())));
            }
            if (load.fits(asked)) {
                load = load.with(List.of(asked));
                accepted.add(asked);
            }
        }
        assertThat(load.affected()).isEmpty();
        List<Charge> charges = NursingLoad.assign(nurses, List.of(), accepted);
        assertThat(charges).extracting(Charge::stay).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(new Ratio(nurses).broken(charges, DAY)).isEmpty();
    }

    @Property(tries = 150)
    void whatIsRefusedHasNoAssignment(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 3);
        List<Stay> accepted = new ArrayList<>();
        NursingLoad load = new NursingLoad(nurses, List.of());
        for (Stay asked : Ward.stays(chance, 7, 36, 60)) {
            List<Stay> with = new ArrayList<>(accepted);
            with.add(asked);
            boolean possible = canBeAssigned(new Ratio(nurses), with, new ArrayList<>());
            assertThat(load.fits(asked)).isEqualTo(possible);
            if (possible) {
                load = load.with(List.of(asked));
                accepted = with;
            }
        }
    }

    @Property(tries = 150)
    void anAnswerIsTheSameWhateverWasAskedBefore(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 5);
        NursingLoad load = new NursingLoad(nurses, List.of());
        for (Stay stay : Ward.stays(chance, 40, 32, 76)) {
            load = load.fits(stay) ? load.with(List.of(stay)) : load;
        }
        for (Stay asked : Ward.stays(chance, 60, 32, 76)) {
            assertThat(load.fits(asked))
                    .as("%s beside %s", asked, load.stays())
                    .isEqualTo(new NursingLoad(nurses, load.stays()).fits(asked));
        }
    }

    @Property(tries = 100)
    void theLatestBookedAreAffectedUntilTheRestCanBeAssigned(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 3);
        List<Stay> stays = Ward.stays(chance, 7, 36, 56);
        List<Stay> kept = new ArrayList<>();
        TreeSet<Long> affected = new TreeSet<>();
        for (Stay stay : stays) {
            kept.add(stay);
            if (!canBeAssigned(new Ratio(nurses), kept, new ArrayList<>())) {
                kept.remove(stay);
                affected.add(stay.visit());
            }
        }
        assertThat(new TreeSet<>(new NursingLoad(nurses, stays).affected())).isEqualTo(affected);
    }

    @Property(tries = 200)
    void theTableSaysWhatTheRatioSays(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 4);
        NurseTable table = new NurseTable(nurses);
        Ratio ratio = new Ratio(nurses);
        List<Charge> placed = new ArrayList<>();
        for (Stay stay : Ward.stays(chance, 25, 32, 76)) {
            Charge charge = Charge.of(
                    stay, nurses.get(chance.nextInt(nurses.size())), nurses.get(chance.nextInt(nurses.size())));
            placed.add(charge);
            boolean holds = ratio.holds(placed, DAY);
            assertThat(table.way(charge).filter(table::put).isPresent()).isEqualTo(holds);
            if (!holds) {
                placed.remove(charge);
            }
        }
    }

    private static long most(List<Stay> accepted, Stay asked) {
        return asked.span()
                .quarters()
                .mapToLong(quarter -> accepted.stream()
                        .filter(other -> other.span().overlaps(quarter))
                        .count())
                .max()
                .orElse(0);
    }

    private static boolean canBeAssigned(Ratio ratio, List<Stay> open, List<Charge> charges) {
        if (!charges.isEmpty()
                && !ratio.holds(charges, charges.get(charges.size() - 1).stay().span())) {
            return false;
        }
        if (open.isEmpty()) {
            return true;
        }
        for (Charge way : Charge.all(open.get(0), ratio.nurses())) {
            charges.add(way);
            boolean all = canBeAssigned(ratio, open.subList(1, open.size()), charges);
            charges.remove(charges.size() - 1);
            if (all) {
                return true;
            }
        }
        return false;
    }
}
