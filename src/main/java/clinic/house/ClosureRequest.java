package clinic.house;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitRequest;
import clinic.capacity.Closure;
import clinic.patient.Texts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * A time to be taken away.
 *
 * @param from on the clinic's wall clock, inclusive
 * @param to exclusive
 * @param resource the room or clinician; empty for the whole clinic
 */
public record ClosureRequest(LocalDateTime from, LocalDateTime to, Optional<Long> resource, String reason) {
    public static final int LONGEST_REASON = 500;

    /** Everything that speaks against it; a time begun may be closed, one that is over cannot. */
    List<Refusal> refusals(LocalDateTime now, LongPredicate exists) {
        List<Refusal> refusals = new ArrayList<>();
        if (!from.isBefore(to)) {
            refusals.add(Refusal.of(Reason.EMPTY_SPAN, "to"));
        } else if (!to.isAfter(now)) {
            refusals.add(Refusal.of(Reason.IN_THE_PAST, "to"));
        }
        resource.filter(id -> !exists.test(id))
                .ifPresent(id -> refusals.add(Refusal.of(Reason.UNKNOWN_RESOURCE, "resource")));
        VisitRequest.check(refusals, "reason", Texts.flawOfLines(reason, LONGEST_REASON), LONGEST_REASON);
        if (Texts.lines(reason).isEmpty()) {
            refusals.add(Refusal.of(Reason.REQUIRED, "reason"));
        }
        return refusals;
    }

    Closure closure() {
        return resource.map(id -> Closure.of(id, from, to, Texts.lines(reason)))
                .orElseGet(() -> Closure.ofTheClinic(from, to, Texts.lines(reason)));
    }
}
