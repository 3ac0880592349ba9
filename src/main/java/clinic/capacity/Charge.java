package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A visit in the charge of a nurse by name. One that outlives her shift is handed over once, to a second nurse: as late as
 * the first one is there and the second one at work, so that they speak with each other.
 *
 * @param handOver the first quarter-hour of the second nurse; the end of the visit if there is none
 */
public record Charge(Stay stay, Nurse first, Optional<Nurse> next, int handOver) {
    public static Charge of(Stay stay, Nurse first) {
        return new Charge(stay, first, Optional.empty(), stay.span().end());
    }

    /** As {@link #of(Stay, Nurse)} if the first nurse stays until the end anyway. */
    public static Charge of(Stay stay, Nurse first, Nurse next) {
        int end = stay.span().end();
        int leaves = first.shift().map(QuarterHours::end).orElse(end);
        if (leaves >= end || first.id() == next.id()) {
            return of(stay, first);
        }
        int latest = Math.max(leaves, stay.span().start() + 1);
        int from = latest;
        while (from > stay.span().start() + 1 && !(next.works(from) && first.works(from - 1))) {
            from--;
        }
        return new Charge(stay, first, Optional.of(next), next.works(from) ? from : latest);
    }

    /** Every way to have the visit in somebody's charge: one nurse to the end, or one and whoever takes over. */
    public static List<Charge> all(Stay stay, Collection<Nurse> nurses) {
        return nurses.stream().flatMap(first -> all(stay, first, nurses)).toList();
    }

    public static Stream<Charge> all(Stay stay, Nurse first, Collection<Nurse> nurses) {
        return Stream.concat(
                Stream.of(of(stay, first)),
                nurses.stream().map(next -> of(stay, first, next)).filter(charge -> charge.next()
                        .isPresent()));
    }

    Nurse at(int quarter) {
        return quarter < handOver ? first : next.orElse(first);
    }

    boolean isHandedOverAt(int quarter) {
        return next.isPresent() && handOver == quarter;
    }

    /** The quarter-hour from which the second nurse has her; nothing if one nurse stays with her. */
    public OptionalInt handedOver() {
        return next.isPresent() ? OptionalInt.of(handOver) : OptionalInt.empty();
    }
}
