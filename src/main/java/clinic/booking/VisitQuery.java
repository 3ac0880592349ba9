package clinic.booking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which visits a program asks for, a page of them at a time.
 *
 * @param from first day
 * @param to last day, inclusive
 * @param resource a room or a clinician
 * @param after the last one of the page before
 */
public record VisitQuery(
        LocalDate from, LocalDate to, OptionalLong resource, Optional<Status> status, Optional<After> after, int most) {
    /** For the audit trail: which part of all visits it is. */
    String inWords() {
        return from
                + " "
                + to
                + (resource.isPresent() ? " at " + resource.getAsLong() : "")
                + status.map(in -> " " + in).orElse("")
                + after.map(place -> " after " + place.id()).orElse("");
    }

    /** A place in the order of visits: day, quarter-hour of the start, number. */
    public record After(LocalDate day, int start, long id) {
        public static After of(StaffVisit visit) {
            return new After(visit.slot().day(), visit.slot().span().start(), visit.id());
        }
    }
}
