package clinic.nursing;

import clinic.booking.Refusal;
import clinic.capacity.Charge;
import clinic.capacity.Stay;
import java.util.List;
import java.util.Optional;

/**
 * A visit of the day with its nurse.
 *
 * @param charge who has her; nothing if nobody can
 * @param kept whether somebody decided it, rather than the house suggesting it
 * @param against if nobody can have her: what speaks against each nurse
 */
public record Nursed(Stay stay, Optional<Charge> charge, boolean kept, List<Refusal> against) {
    public Nursed {
        against = List.copyOf(against);
    }

    boolean isHadBy(long nurse) {
        return charge.filter(who -> who.first().id() == nurse
                        || who.next().filter(next -> next.id() == nurse).isPresent())
                .isPresent();
    }
}
