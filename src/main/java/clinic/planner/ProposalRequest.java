package clinic.planner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A series somebody wishes plans for.
 *
 * @param protocol its code; the version in use is planned with
 * @param earliest first day of the first visit, inclusive; today, if nothing is said
 * @param weekdays on which she can come; all, if none is named
 * @param from hour from which visits may begin
 * @param until hour until which they must be over
 * @param avoid dates on which she cannot
 * @param preferredTime at which she would like visits to start
 */
public record ProposalRequest(
        long patient,
        String protocol,
        Optional<LocalDate> earliest,
        Set<DayOfWeek> weekdays,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Set<LocalDate> avoid,
        Optional<LocalTime> preferredTime) {
    public ProposalRequest {
        weekdays = Set.copyOf(weekdays);
        avoid = Set.copyOf(avoid);
    }

    /** Any time will do. */
    public static ProposalRequest of(long patient, String protocol) {
        return new ProposalRequest(
                patient,
                protocol,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }
}
