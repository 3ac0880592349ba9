package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time staff ask for.
 *
 * @param resource a room or a clinician it must be with
 * @param override whether house rules are set aside
 * @param patient whose visit it is; {@link #NOBODY} when she is new
 * @param visit the one that moves, and where it is now; empty for a new one
 */
record TimeAsked(
        VisitKind kind,
        LocalDateTime start,
        OptionalLong resource,
        boolean override,
        long patient,
        Optional<Moving> visit) {
    static final long NOBODY = 0;
    private static final long NO_VISIT = 0;

    /** A visit that gives back what it has. */
    record Moving(long id, Placement from) {}

    /** The span of the day; nothing when it is not on a quarter-hour, or runs past midnight. */
    Optional<Slot> slot(VisitRule rule) {
        boolean fits = QuarterHours.onGrid(start.toLocalTime())
                && start.toLocalTime().toSecondOfDay() / 60 + rule.quarters() * QuarterHours.MINUTES
                        <= QuarterHours.PER_DAY * QuarterHours.MINUTES;
        return fits
                ? Optional.of(new Slot(start.toLocalDate(), QuarterHours.lasting(start.toLocalTime(), rule.minutes())))
                : Optional.empty();
    }

    long visitId() {
        return visit.map(Moving::id).orElse(NO_VISIT);
    }

    List<Claim> given() {
        return visit.map(moving -> moving.from().claims()).orElse(List.of());
    }
}
