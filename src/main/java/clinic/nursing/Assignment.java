package clinic.nursing;

import clinic.capacity.Charge;
import clinic.capacity.Nurse;
import clinic.capacity.NursingLoad;
import clinic.capacity.Ratio;
import clinic.capacity.Stay;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a decision about one visit does to the others of the day. Pure.
 *
 * @param affected visits that are to have another time; they have a nurse only where one is left
 */
record Assignment(List<Nurse> nurses, Collection<Stay> stays, Set<Long> affected) {

    Optional<Stay> stay(long visit) {
        return stays.stream().filter(stay -> stay.visit() == visit).findFirst();
    }

    /** A charge for as many as can have one beside what is decided; who booked first comes first. */
    List<Charge> beside(Collection<Charge> kept) {
        Set<Long> decided = kept.stream().map(charge -> charge.stay().visit()).collect(Collectors.toUnmodifiableSet());
        return NursingLoad.assign(
                nurses,
                kept,
                stays.stream()
                        .filter(stay -> !decided.contains(stay.visit()))
                        .sorted(Comparator.comparing((Stay stay) -> affected.contains(stay.visit()))
                                .thenComparingLong(Stay::visit))
                        .toList());
    }

    /** Whether the decision keeps to what one nurse can do. */
    boolean holds(List<Charge> kept, Charge charge) {
        return new Ratio(nurses)
                .holds(NursingDay.with(kept, charge), charge.stay().span());
    }

    /** Whether it does, and nobody is without a nurse because of it. */
    boolean allows(List<Charge> kept, Charge charge) {
        return holds(kept, charge) && left(kept, charge).isEmpty();
    }

    /** Those that could have a nurse now and could not any more, the first booked first. */
    List<Stay> left(List<Charge> kept, Charge charge) {
        Set<Long> left = new LinkedHashSet<>(without(NursingDay.with(kept, charge)));
        if (!left.isEmpty()) {
            left.removeAll(without(kept));
        }
        return stays.stream()
                .filter(stay -> left.contains(stay.visit()))
                .sorted(Comparator.comparingLong(Stay::visit))
                .toList();
    }

    private Set<Long> without(Collection<Charge> kept) {
        Set<Long> without = stays.stream().map(Stay::visit).collect(Collectors.toSet());
        without.removeAll(affected);
        beside(kept).forEach(charge -> without.remove(charge.stay().visit()));
        return without;
    }
}
