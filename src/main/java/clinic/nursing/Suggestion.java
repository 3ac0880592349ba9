package clinic.nursing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a nurse for every visit that has none, leaving what is decided as it is. Visits are taken in order of their
 * coming; what the rest of the day allows depends only on who has those still there, so a few hundred standings are
 * looked at where the ways are millions, and the answer is exact: as few visits as can be stay without a nurse. Of the
 * ways that do as well, each visit takes the nurse with the least to do that day, and one nurse rather than two. A day too
 * full to look through is done by that taste alone, and still breaks no rule. Pure.
 */
final class Suggestion {
    private static final int MOST_STANDINGS = 2_000;
    private static final int TWO_NURSES = 10_000;

    private final Ratio ratio;
    private final List<Stay> open;
    private final List<Charge> decided;
    /** The ways each visit could be had beside what is decided, were it the only one. */
    private final List<List<Charge>> ways;

    private final Map<List<Long>, Integer> costs = new HashMap<>();

    Suggestion(Ratio ratio, Collection<Stay> open, Collection<Charge> decided) {
        this.ratio = ratio;
        this.open = open.stream()
                .sorted(Comparator.comparingInt((Stay stay) -> stay.span().start())
                        .thenComparingLong(Stay::visit))
                .toList();
        this.decided = List.copyOf(decided);
        this.ways = this.open.stream()
                .map(stay -> Charge.all(stay, ratio.nurses()).stream()
                        .filter(way -> ratio.holds(with(List.of(), way), stay.span()))
                        .toList())
                .toList();
    }

    /** A charge for as many visits as can have one. */
    List<Charge> made() {
        List<Charge> made = new ArrayList<>();
        List<Charge> there = List.of();
        for (int index = 0; index < open.size(); index++) {
            Optional<Charge> best = best(index, there, made);
            best.ifPresent(made::add);
            there = after(index, there, best);
        }
        return made;
    }

    private Optional<Charge> best(int index, List<Charge> there, List<Charge> made) {
        int nobody = 1 + cost(index + 1, after(index, there, Optional.empty()));
        return ways(index, there).stream()
                .filter(way -> cost(index + 1, after(index, there, Optional.of(way))) <= nobody)
                .min(Comparator.comparingInt((Charge way) -> cost(index + 1, after(index, there, Optional.of(way))))
                        .thenComparingInt(way -> load(way, made)));
    }

    /** What the nurse of a charge would have had to do that day. */
    private int load(Charge way, List<Charge> made) {
        int load = way.next().isPresent() ? TWO_NURSES : 0;
        for (List<Charge> some : List.of(decided, made, List.of(way))) {
            for (Charge charge : some) {
                if (charge.first().id() == way.first().id()) {
                    load += charge.stay().care().sum();
                }
            }
        }
        return load;
    }

    /** How many visits from that one on stay without a nurse at best. */
    private int cost(int index, List<Charge> there) {
        if (index >= open.size()) {
            return 0;
        }
        List<Long> standing = standing(index, there);
        Integer known = costs.get(standing);
        if (known != null) {
            return known;
        }
        if (costs.size() >= MOST_STANDINGS) {
            return 0;
        }
        int best = Integer.MAX_VALUE;
        for (Charge way : ways(index, there)) {
            best = Math.min(best, cost(index + 1, after(index, there, Optional.of(way))));
            if (best == 0) {
                break;
            }
        }
        if (best > 0) {
            best = Math.min(best, 1 + cost(index + 1, after(index, there, Optional.empty())));
        }
        costs.put(standing, best);
        return best;
    }

    private List<Charge> ways(int index, List<Charge> there) {
        Stay stay = open.get(index);
        return there.isEmpty()
                ? ways.get(index)
                : ways.get(index).stream()
                        .filter(way -> ratio.holds(with(there, way), stay.span()))
                        .toList();
    }

    private List<Charge> with(List<Charge> there, Charge way) {
        List<Charge> all = new ArrayList<>(decided);
        all.addAll(there);
        all.add(way);
        return all;
    }

    /** Who is still there when the next visit comes. */
    private List<Charge> after(int index, List<Charge> there, Optional<Charge> way) {
        if (index + 1 >= open.size()) {
            return List.of();
        }
        int next = open.get(index + 1).span().start();
        List<Charge> still = new ArrayList<>(there);
        way.ifPresent(still::add);
        still.removeIf(charge -> charge.stay().span().end() <= next);
        return still;
    }

    private static List<Long> standing(int index, List<Charge> there) {
        List<Long> standing = new ArrayList<>();
        standing.add((long) index);
        there.forEach(charge -> {
            standing.add(charge.stay().visit());
            standing.add(charge.first().id());
            standing.add(charge.next().map(Nurse::id).orElse(0L));
        });
        return standing;
    }
}
