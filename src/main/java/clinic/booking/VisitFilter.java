package clinic.booking;

import java.util.Optional;

/**
 * Which visits are looked at.
 *
 * @param kind only those of that kind
 * @param resource only those in that room or with that clinician
 * @param status only those in that state; empty: all but the cancelled ones
 */
public record VisitFilter(Optional<VisitKind> kind, Optional<Long> resource, Optional<Status> status) {
    public boolean shows(StaffVisit visit) {
        return kind.filter(wanted -> wanted != visit.kind()).isEmpty()
                && resource.filter(wanted -> wanted != visit.room().id()
                                && wanted != visit.clinician().id())
                        .isEmpty()
                && status.map(wanted -> wanted == visit.status()).orElse(visit.status() != Status.CANCELLED);
    }
}
