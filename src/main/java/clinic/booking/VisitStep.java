package clinic.booking;

import clinic.staff.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a visit's history.
 *
 * @param edge BOOK, MOVE, UNDO, REVIEW or the name of an {@link Edge}
 * @param by name of the account; PATIENT for whoever holds the private link
 * @param cancelledBy whose wish it was, where it was a cancellation
 * @param setAside the gates or rules that did not stop it, with the reason; nothing if none did
 */
public record VisitStep(
        String edge,
        String by,
        Optional<Role> role,
        Instant at,
        Optional<Status> before,
        Optional<Status> after,
        Optional<String> reason,
        Optional<Canceller> cancelledBy,
        Optional<SetAside> setAside) {}
