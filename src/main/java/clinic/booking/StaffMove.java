package clinic.booking;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where staff move a visit.
 *
 * @param start on the clinic's wall clock
 * @param resource a room or a clinician it must be with; otherwise it stays with whom it was if they are free
 * @param overrideReason why a house rule is set aside
 * @param version the visit as the actor saw it
 */
public record StaffMove(
        LocalDateTime start, OptionalLong resource, Optional<String> overrideReason, OptionalInt version) {

    public static StaffMove to(LocalDateTime start) {
        return new StaffMove(start, OptionalLong.empty(), Optional.empty(), OptionalInt.empty());
    }
}
