package clinic.infusion;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened to a series, or what if it did.
 *
 * @param move a visit that goes to a given time; the others make room for it
 * @param missed visits that lose the time they have or had, by number: they are had after it, if they can be
 * @param stranded visits that lose their place in the house, by number: any other time will do
 * @param withConsent whether she agreed that visits move that are near or confirmed
 */
public record RepairAsked(Optional<Move> move, Set<Integer> missed, Set<Integer> stranded, boolean withConsent) {
    /**
     * @param visit its number, from 1
     * @param start on the clinic's wall clock
     */
    public record Move(int visit, LocalDateTime start) {}

    public RepairAsked {
        missed = Set.copyOf(missed);
        stranded = Set.copyOf(stranded);
    }

    /** Numbers of the visits that need another time. */
    Set<Integer> lost() {
        return Stream.of(missed.stream(), stranded.stream(), move.map(Move::visit).stream())
                .flatMap(numbers -> numbers)
                .collect(Collectors.toUnmodifiableSet());
    }
}
