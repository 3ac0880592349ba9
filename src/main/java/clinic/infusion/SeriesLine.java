package clinic.infusion;

import clinic.calendar.Slot;
import java.util.Optional;

/**
 * A series in a list.
 *
 * @param had visits that took place
 * @param standing visits that did not fall away
 * @param next the visit to come
 */
public record SeriesLine(
        long id,
        String protocol,
        int protocolVersion,
        SeriesState state,
        long patient,
        String firstName,
        String lastName,
        int had,
        int standing,
        Optional<Slot> next) {}
