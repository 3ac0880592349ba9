package clinic.infusion;

import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.planner.SeriesRepair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Repairs several series that lost visits together. One after the other in the order they come, each by the exact search
 * for itself, and then, for as long as there is time: some are taken out again and put back in another order, and that is
 * kept unless it is dearer. So it is never worse than first come, first served. The same seed finds the same. Pure.
 */
final class RepairTogether {
    /** More than any repair costs: a series that could be repaired at all is worth whatever the others pay. */
    static final long UNREPAIRED = 1_000_000_000L;

    private static final int MOST_TAKEN_OUT = 3;

    /** A series that needs repair. */
    interface Broken {
        /** What its visits hold while it is not repaired. */
        List<Claim> held();

        /** The least change by itself, where the house is as it is now without what it holds; nothing if there is none. */
        Optional<Fixed> repair(Loads free);
    }

    /** What a repair costs, and what its visits hold then. */
    record Fixed(SeriesRepair.Repair repair, long cost, List<Claim> claims) {}

    /**
     * Where all of them stand.
     *
     * @param fixed in the order of the series; nothing where there is no repair
     */
    record State(List<Optional<Fixed>> fixed) {
        State {
            fixed = List.copyOf(fixed);
        }

        long cost() {
            return fixed.stream()
                    .mapToLong(each -> each.map(Fixed::cost).orElse(UNREPAIRED))
                    .sum();
        }

        int repaired() {
            return (int) fixed.stream().filter(Optional::isPresent).count();
        }
    }

    private final List<Broken> broken;

    RepairTogether(List<Broken> broken) {
        this.broken = List.copyOf(broken);
    }

    /** First come, first served. */
    State inOrder(Loads loads) {
        State state = new State(Collections.nCopies(broken.size(), Optional.empty()));
        for (int which = 0; which < broken.size(); which++) {
            state = putBack(state, which, loads);
        }
        return state;
    }

    /**
     * The best that was found.
     *
     * @param goOn asked before every further try
     */
    State best(Loads loads, Random chance, BooleanSupplier goOn) {
        State best = inOrder(loads);
        while (broken.size() > 1 && goOn.getAsBoolean()) {
            List<Integer> ruined = some(chance);
            State tried = best;
            for (int which : ruined) {
                tried = replaced(tried, which, Optional.empty());
            }
            if (canBe(tried, ruined, loads)) {
                for (int which : ruined) {
                    tried = putBack(tried, which, loads);
                }
                best = tried.cost() <= best.cost() ? tried : best;
            }
        }
        return best;
    }

    private List<Integer> some(Random chance) {
        List<Integer> all = new ArrayList<>();
        for (int which = 0; which < broken.size(); which++) {
            all.add(which);
        }
        Collections.shuffle(all, chance);
        int most = Math.min(MOST_TAKEN_OUT, broken.size() - 1);
        return all.subList(0, 2 + chance.nextInt(most));
    }

    private State putBack(State state, int which, Loads loads) {
        Loads free = with(state, loads).without(broken.get(which).held());
        return broken.get(which)
                .repair(free)
                .filter(fixed -> free.fit(fixed.claims()))
                .map(fixed -> replaced(state, which, Optional.of(fixed)))
                .orElse(state);
    }

    /** The house with all that is repaired where it is then. */
    private Loads with(State state, Loads loads) {
        List<Claim> given = new ArrayList<>();
        List<Claim> taken = new ArrayList<>();
        for (int which = 0; which < broken.size(); which++) {
            if (state.fixed().get(which).isPresent()) {
                given.addAll(broken.get(which).held());
                taken.addAll(state.fixed().get(which).get().claims());
            }
        }
        return loads.without(given).promising(taken);
    }

    /** Whether those taken out can be where they were: none of the others has a place of theirs by now. */
    private boolean canBe(State state, List<Integer> ruined, Loads loads) {
        List<Claim> held = ruined.stream()
                .flatMap(which -> broken.get(which).held().stream())
                .toList();
        return with(state, loads).without(held).fit(held);
    }

    private static State replaced(State state, int which, Optional<Fixed> fixed) {
        List<Optional<Fixed>> all = new ArrayList<>(state.fixed());
        all.set(which, fixed);
        return new State(all);
    }
}
