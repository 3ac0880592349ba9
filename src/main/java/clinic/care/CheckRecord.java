package clinic.care;

import clinic.staff.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry as the people of the clinic see it: a value for pages and JSON.
 *
 * @param ok whether the answer was yes; of vitals, whether all are within their limits
 * @param outside of vitals, what is not, by the limits of the phase in which they were taken
 * @param by name of the account
 * @param struck nothing while it counts
 */
public record CheckRecord(
        long id,
        CheckKind kind,
        boolean ok,
        Measured measured,
        List<OutOfLimits> outside,
        Optional<String> note,
        String by,
        Instant at,
        Optional<Strike> struck) {
    /** An entry taken back: by whom, when and why. It stays to be read, and counts no more. */
    public record Strike(String by, Optional<Role> role, Instant at, String reason) {}

    public boolean counts() {
        return struck.isEmpty();
    }

    /** The weight it holds, or was verified for. */
    public Optional<Weight> weight() {
        return measured.asWeight();
    }
}
