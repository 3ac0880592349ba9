package clinic.infusion;

import clinic.booking.StaffVisit;
import clinic.staff.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A series as the people of the clinic see it: a value for pages and JSON.
 *
 * @param protocol its code, and the version it was planned by
 * @param gaps between visits that follow each other, in the days of its protocol; visits that fell away do not count
 * @param steps every step it took, the first first
 */
public record SeriesRecord(
        long id,
        int version,
        String protocol,
        int protocolVersion,
        SeriesState state,
        long patient,
        String firstName,
        String lastName,
        List<Visit> visits,
        List<Integer> gaps,
        List<Step> steps) {

    /** One of its visits. */
    public record Visit(int no, Commitment commitment, StaffVisit visit) {}

    /** A step it took. */
    public record Step(
            String step,
            Optional<SeriesState> before,
            SeriesState after,
            String actor,
            Optional<Role> role,
            Instant at,
            Optional<String> reason) {}
}
