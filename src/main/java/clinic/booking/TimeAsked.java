package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Purpose;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A time staff ask for.
 *
 * @param treatment what it takes, if it is one
 * @param resource a room or a clinician it must be with
 * @param override whether house rules are set aside
 * @param overrideOfGaps whether a prescriber sets the gaps of a series aside
 * @param patient whose visit it is; {@link #NOBODY} when she is new
 * @param visit the one that moves, and where it is now; empty for a new one
 * @param leaving other visits that give up their place in the same act
 */
record TimeAsked(
        VisitKind kind,
        Optional<Treatment> treatment,
        LocalDateTime start,
        OptionalLong resource,
        boolean override,
        boolean overrideOfGaps,
        long patient,
        Optional<Moving> visit,
        Set<Long> leaving) {
    static final long NOBODY = 0;
    private static final long NO_VISIT = 0;

    /** A visit that gives back what it has. */
    record Moving(long id, Placement from, Optional<CourseVisit> course) {}

    /** The span of the day; nothing when it is not on a quarter-hour, or runs past midnight. */
    Optional<Slot> slot(VisitRule rule) {
        boolean fits = QuarterHours.onGrid(start.toLocalTime())
                && start.toLocalTime().toSecondOfDay() / 60 + rule.quarters() * QuarterHours.MINUTES
                        <= QuarterHours.PER_DAY * QuarterHours.MINUTES;
        return fits
                ? Optional.of(new Slot(start.toLocalDate(), QuarterHours.lasting(start.toLocalTime(), rule.minutes())))
                : Optional.empty();
    }

    /** What the room must be fitted for. */
    Purpose purpose() {
        return treatment.map(Treatment::purpose).orElse(Purpose.CONSULT);
    }

    /** The same with no rule set aside. */
    TimeAsked withoutOverride() {
        return new TimeAsked(kind, treatment, start, resource, false, false, patient, visit, leaving);
    }

    long visitId() {
        return visit.map(Moving::id).orElse(NO_VISIT);
    }

    List<Claim> given() {
        return visit.map(moving -> moving.from().claims()).orElse(List.of());
    }
}
