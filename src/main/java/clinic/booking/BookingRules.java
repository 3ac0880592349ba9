package clinic.booking;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.QuarterHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The house rules for a time somebody asks for, each by its name. They speak of the calendar alone; whether the time is
 * still free the ledger tells. Pure: offering and checking both ask here.
 */
public final class BookingRules {
    private final VisitRule rule;
    private final ClinicCalendar calendar;
    private final ZonedDateTime now;

    /** The rules for a kind of visit as of a moment on the clinic's wall clock. */
    public BookingRules(VisitRule rule, ClinicCalendar calendar, ZonedDateTime now) {
        this.rule = rule;
        this.calendar = calendar;
        this.now = now;
    }

    /** Everything that speaks against a start on the clinic's wall clock, the weightiest first; empty if nothing does. */
    public List<Refusal> refusals(LocalDateTime start) {
        List<Refusal> refusals = new ArrayList<>();
        notInThePast(start).or(() -> withLead(start)).ifPresent(refusals::add);
        withinHorizon(start.toLocalDate()).ifPresent(refusals::add);
        onAnOpenDay(start.toLocalDate()).or(() -> withinHours(start)).ifPresent(refusals::add);
        onTheGrid(start.toLocalTime()).ifPresent(refusals::add);
        return refusals;
    }

    private Optional<Refusal> notInThePast(LocalDateTime start) {
        return start.atZone(now.getZone()).toInstant().isBefore(now.toInstant())
                ? Optional.of(Refusal.of(Reason.IN_THE_PAST, Refusal.START))
                : Optional.empty();
    }

    private Optional<Refusal> withLead(LocalDateTime start) {
        return start.atZone(now.getZone()).toInstant().isBefore(now.toInstant().plus(rule.lead()))
                ? Optional.of(Refusal.ofStart(
                        Reason.TOO_SOON, Map.of("minutes", rule.lead().toMinutes())))
                : Optional.empty();
    }

    private Optional<Refusal> withinHorizon(LocalDate day) {
        return day.isAfter(lastDay())
                ? Optional.of(
                        Refusal.ofStart(Reason.BEYOND_HORIZON, Map.of("days", rule.horizonDays(), "last", lastDay())))
                : Optional.empty();
    }

    private Optional<Refusal> onAnOpenDay(LocalDate day) {
        return calendar.on(day) instanceof ClinicCalendar.Day.Closed closed
                ? Optional.of(Refusal.ofStart(Reason.CLOSED, Map.of("day", day, "name", closed)))
                : Optional.empty();
    }

    private Optional<Refusal> withinHours(LocalDateTime start) {
        QuarterHours hours = calendar.hours(start.toLocalDate()).orElseThrow();
        int startSecond = start.toLocalTime().toSecondOfDay();
        int endSecond = startSecond + rule.quarters() * QuarterHours.MINUTES * 60;
        boolean inside = startSecond >= hours.start() * QuarterHours.MINUTES * 60
                && endSecond <= hours.end() * QuarterHours.MINUTES * 60;
        return inside ? Optional.empty() : Optional.of(Refusal.outsideHours(hours.startsAt(), hours.endsAt()));
    }

    private Optional<Refusal> onTheGrid(LocalTime time) {
        return rule.onGrid(time)
                ? Optional.empty()
                : Optional.of(Refusal.ofStart(Reason.NOT_ON_GRID, Map.of("minutes", rule.gridMinutes())));
    }

    /** The last day that can be booked, inclusive. */
    public LocalDate lastDay() {
        return now.toLocalDate().plusDays(rule.horizonDays());
    }

    ClinicCalendar calendar() {
        return calendar;
    }

    public LocalDate today() {
        return now.toLocalDate();
    }
}
