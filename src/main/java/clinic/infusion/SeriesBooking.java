package clinic.infusion;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;

/**
 * A series somebody wants booked, all of it.
 *
 * @param protocol its code; the version planned with is the approved one
 * @param visits in order
 */
public record SeriesBooking(long patient, String protocol, List<Wanted> visits) {
    public SeriesBooking {
        visits = List.copyOf(visits);
    }

    /**
     * @param start on the clinic's wall clock
     * @param room the one it must be in
     */
    public record Wanted(LocalDateTime start, OptionalLong room) {}
}
