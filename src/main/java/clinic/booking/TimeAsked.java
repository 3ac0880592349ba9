package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Purpose;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A time somebody asks for.
 *
 * @param treatment what it takes, if it is one
 * @param resource a room or a clinician it must be with
 * @param exactly the clinician and the room it must be with, both
 * @param terms by which rules of the calendar
 * @param overrideOfGaps whether a prescriber sets the gaps of a series aside
 * @param patient whose visit it is; {@link #NOBODY} when nobody knows yet
 * @param visit the one that moves or comes back, and where it is now; empty for a new one
 * @param course which visit of which series it is, if it is one
 * @param beside days other visits of the series have after the same act, by their number
 * @param leaving other visits that give up their place in the same act
 */
record TimeAsked(
        VisitKind kind,
        Optional<Treatment> treatment,
        LocalDateTime start,
        OptionalLong resource,
        Optional<Placement> exactly,
        Terms terms,
        boolean overrideOfGaps,
        long patient,
        Optional<Moving> visit,
        Optional<CourseVisit> course,
        Map<Integer, LocalDate> beside,
        Set<Long> leaving) {
    static final long NOBODY = 0;
    private static final long NO_VISIT = 0;

    /** A visit that gives back what it has. */
    record Moving(long id, Placement from) {}

    /** A new visit of a kind, for a patient. */
    static TimeAsked of(VisitKind kind, long patient, LocalDateTime start, Terms terms) {
        return new TimeAsked(
                kind,
                Optional.empty(),
                start,
                OptionalLong.empty(),
                Optional.empty(),
                terms,
                false,
                patient,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of());
    }

    /** A visit there is, at another time or at its own again. */
    static TimeAsked of(Appointment visit, LocalDateTime start, Terms terms) {
        return new TimeAsked(
                visit.kind(),
                visit.treatment(),
                start,
                OptionalLong.empty(),
                Optional.empty(),
                terms,
                false,
                visit.patient().id(),
                Optional.of(new Moving(visit.id(), visit.placement())),
                visit.course(),
                Map.of(),
                Set.of());
    }

    TimeAsked at(OptionalLong wanted) {
        return new TimeAsked(
                kind,
                treatment,
                start,
                wanted,
                exactly,
                terms,
                overrideOfGaps,
                patient,
                visit,
                course,
                beside,
                leaving);
    }

    TimeAsked exactly(Placement placement) {
        return new TimeAsked(
                kind,
                treatment,
                start,
                resource,
                Optional.of(placement),
                terms,
                overrideOfGaps,
                patient,
                visit,
                course,
                beside,
                leaving);
    }

    TimeAsked settingGapsAside(boolean aside) {
        return new TimeAsked(
                kind, treatment, start, resource, exactly, terms, aside, patient, visit, course, beside, leaving);
    }

    /** One visit of several of a series that change together. */
    TimeAsked amid(CourseVisit which, Treatment how, Map<Integer, LocalDate> others, Set<Long> gone) {
        return new TimeAsked(
                kind,
                Optional.of(how),
                start,
                resource,
                exactly,
                terms,
                overrideOfGaps,
                patient,
                visit,
                Optional.of(which),
                others,
                gone);
    }

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

    /** The same with no rule set aside, wherever it can be had. */
    TimeAsked withoutOverride() {
        return new TimeAsked(
                kind,
                treatment,
                start,
                resource,
                Optional.empty(),
                Terms.STAFF,
                false,
                patient,
                visit,
                course,
                beside,
                leaving);
    }

    long visitId() {
        return visit.map(Moving::id).orElse(NO_VISIT);
    }

    List<Claim> given() {
        return visit.map(moving -> moving.from().claims()).orElse(List.of());
    }

    Coming coming() {
        return new Coming(
                patient,
                kind,
                visit.map(moving -> OptionalLong.of(moving.id())).orElseGet(OptionalLong::empty),
                course,
                beside,
                leaving);
    }
}
