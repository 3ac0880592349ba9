package clinic.infusion;

import clinic.capacity.Claim;
import clinic.capacity.Loads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Repairs several series that lost visits together. One after the other in the order they come, each by the exact search
 * for itself, and then, for as long as there is time: some are taken out again and put back in another order, and that is
 * kept unless it is dearer. So it is never worse than first come, first served. The same seed finds the same. Pure.
 *
 * <p>Fair is: a series that stays unrepaired weighs more than whatever the others pay, so nobody is left without a place
 * for another to be moved less; beyond that the sum counts, and who came first counts for nothing. Nobody is given a
 * place that another has yet to leave, so each repair can be made without any other, in any order.
 */
final class RepairTogether {
    /** More than any repair costs: a series that could be repaired at all is worth whatever the others pay. */
    static final long UNREPAIRED = 1_000_000_000L;

    private static final int MOST_TAKEN_OUT = 3;

    /** A series that needs repair. */
    interface Broken {
        /** What those of its visits hold that may move. */
        List<Claim> held();

        /** The least change by itself, where the house is as it is now without what it holds; nothing if there is none. */
        Optional<Fixed> repair(Loads free);
    }

    /**
     * A repair.
     *
     * @param left what visits hold that leave their place
     * @param taken what they hold then
     */
    record Fixed(CourseRepair.Repaired repaired, List<Claim> left, List<Claim> taken) {}

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
                    .mapToLong(each ->
                            each.map(one -> (long) one.repaired().cost()).orElse(UNREPAIRED))
                    .sum();
        }

        int repaired() {
            return (int) fixed.stream().filter(Optional::isPresent).count();
        }
    }

    private final List<Broken> broken;
    private final Loads loads;
    private final State alone;
    private final int lookedAt;

    /**
     * @param loads the house as it is
     * @param inTime asked before each of them; those after the last in time are not looked at
     */
    RepairTogether(List<Broken> broken, Loads loads, BooleanSupplier inTime) {
        this.broken = List.copyOf(broken);
        this.loads = loads;
        List<Optional<Fixed>> each = new ArrayList<>();
        while (each.size() < broken.size() && inTime.getAsBoolean()) {
            Broken one = broken.get(each.size());
            each.add(one.repair(loads.without(one.held())));
        }
        this.lookedAt = each.size();
        each.addAll(Collections.nCopies(broken.size() - lookedAt, Optional.empty()));
        this.alone = new State(each);
    }

    /** Whether there was time for one of them. */
    boolean isLookedAt(int which) {
        return which < lookedAt;
    }

    /** Each as if there were no other. Together they can hardly cost less: only what a crowded hour costs may differ. */
    State alone() {
        return alone;
    }

    /** The house once all of that is made: who stayed unrepaired may find a place there that others left. */
    Loads made(State state) {
        Loads made = loads;
        for (Fixed fixed : state.fixed().stream().flatMap(Optional::stream).toList()) {
            made = made.without(fixed.left()).promising(fixed.taken());
        }
        return made;
    }

    /** First come, first served. */
    State inOrder() {
        State state = new State(Collections.nCopies(broken.size(), Optional.empty()));
        for (int which : possible()) {
            state = putBack(state, which);
        }
        return state;
    }

    /**
     * The best that was found.
     *
     * @param goOn asked before every further try
     */
    State best(Random chance, BooleanSupplier goOn) {
        List<Integer> possible = possible();
        State best = inOrder();
        while (possible.size() > 1 && best.cost() > alone.cost() && goOn.getAsBoolean()) {
            List<Integer> ruined = some(possible, chance);
            State tried = best;
            for (int which : ruined) {
                tried = replaced(tried, which, Optional.empty());
            }
            for (int which : ruined) {
                tried = putBack(tried, which);
            }
            best = tried.cost() <= best.cost() ? tried : best;
        }
        return best;
    }

    private List<Integer> possible() {
        return IntStream.range(0, broken.size())
                .filter(which -> alone.fixed().get(which).isPresent())
                .boxed()
                .toList();
    }

    private static List<Integer> some(List<Integer> possible, Random chance) {
        List<Integer> all = new ArrayList<>(possible);
        Collections.shuffle(all, chance);
        int most = Math.min(MOST_TAKEN_OUT, all.size() - 1);
        return all.subList(0, 2 + chance.nextInt(most));
    }

    private State putBack(State state, int which) {
        Loads free = loads.without(broken.get(which).held());
        for (Fixed fixed : state.fixed().stream().flatMap(Optional::stream).toList()) {
            free = free.promising(fixed.taken());
        }
        return replaced(state, which, broken.get(which).repair(free));
    }

    private static State replaced(State state, int which, Optional<Fixed> fixed) {
        List<Optional<Fixed>> all = new ArrayList<>(state.fixed());
        all.set(which, fixed);
        return new State(all);
    }
}
