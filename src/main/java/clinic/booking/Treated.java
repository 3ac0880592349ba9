package clinic.booking;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A visit of a series as those see it who keep its gates.
 *
 * @param since when it came to stand where it stands
 */
public record Treated(
        long visit,
        long patient,
        LocalDate day,
        Status status,
        Instant since,
        CourseVisit course,
        Treatment treatment) {}
