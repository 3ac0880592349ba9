package clinic.infusion;

import clinic.booking.BookingEvents.CourseVisitStepped;
import clinic.calendar.ClinicProfile;
import clinic.patient.AgeChanged;
import clinic.planner.CourseCalendar;
import clinic.protocol.Protocol;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps a series where its visits and its decisions put it. */
@ApplicationScoped
class SeriesKeeper {
    @Inject
    private SeriesShelf shelf;

    @Inject
    private Eligibilities eligibilities;

    @Inject
    private MinorRule minors;

    @Inject
    private Estimates estimates;

    @Inject
    private CourseCalendar calendar;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /** What happened to one of its visits, in the transaction in which it happened. */
    void stepped(@Observes CourseVisitStepped step) {
        Series series = shelf.lock(step.course().series());
        step.gapsSetAside().ifPresent(reason -> accept(series, step.actor(), reason));
        settle(series, before(series), step.actor(), SeriesStep.VISIT + step.after(), Optional.empty());
    }

    /** A series all of whose visits were cancelled, one by one, is what it was before once one of them comes back. */
    private SeriesState before(Series series) {
        return series.state() == SeriesState.CANCELLED
                ? shelf.lastStep(series)
                        .filter(SeriesStep::isOfAVisit)
                        .flatMap(SeriesStep::before)
                        .orElse(SeriesState.CANCELLED)
                : series.state();
    }

    /** Who turns out to be a minor is not treated until a prescriber decided about that, and the other way round. */
    void aged(@Observes AgeChanged changed) {
        shelf.running(changed.patient())
                .map(series -> shelf.lock(series.id()))
                .ifPresent(series -> settle(series, changed.by(), SeriesStep.AGE, Optional.empty()));
    }

    /** The day of the next visit: who is a minor then is one before. */
    private LocalDate nextDay(Series series) {
        return shelf.standing(series).stream()
                .filter(visit -> !visit.status().isOver())
                .map(SeriesLife.Standing::day)
                .min(LocalDate::compareTo)
                .orElse(profile.today());
    }

    /** Gaps somebody set aside by moving a visit stand in the history of the series, with who and why. */
    private void accept(Series series, Actor actor, String reason) {
        Set<Integer> breaches = life(series).breaches(shelf.standing(series));
        boolean more = !series.acceptedGaps().containsAll(breaches);
        series.acceptGaps(breaches);
        if (more) {
            shelf.record(new SeriesStep(
                    series,
                    SeriesStep.GAP_OVERRIDE,
                    Optional.of(series.state()),
                    actor,
                    profile.now().toInstant(),
                    Optional.of(reason)));
        }
    }

    /** Where the facts put it now; written down if that is another place. */
    void settle(Series series, Actor actor, String step, Optional<String> reason) {
        settle(series, series.state(), actor, step, reason);
    }

    /**
     * A series under way pauses where its patient is a minor nobody decided about.
     *
     * @param as where it counts as having stood: what a decision ended no longer holds it
     */
    void settle(Series series, SeriesState as, Actor actor, String step, Optional<String> reason) {
        SeriesState next = life(series).after(as, shelf.standing(series));
        boolean waits = next == SeriesState.ACTIVE && minors.isUndecided(series.patient(), nextDay(series));
        become(series, waits ? SeriesState.PAUSED : next, actor, step, reason);
    }

    void become(Series series, SeriesState next, Actor actor, String step, Optional<String> reason) {
        SeriesState before = series.state();
        if (next == before && reason.isEmpty()) {
            return;
        }
        if (next.isRunning() && !before.isRunning()) {
            shelf.otherRunning(series).ifPresent(other -> {
                throw SeriesDesk.refused(SeriesShelf.runsAlready(other));
            });
        }
        series.become(next);
        if (!next.isRunning()) {
            estimates.fallAway(series.id());
        }
        shelf.record(new SeriesStep(
                series, step, Optional.of(before), actor, profile.now().toInstant(), reason));
        deeds.fire(Deed.done(actor, "SERIES_" + next, SeriesDesk.SERIES, series.id())
                .reason(reason));
    }

    SeriesLife life(Series series) {
        Protocol protocol = shelf.protocol(series);
        List<SeriesLife.Standing> visits = shelf.standing(series);
        return new SeriesLife(
                protocol,
                calendar.spanning(
                        protocol.gap().unit(),
                        visits.stream().map(SeriesLife.Standing::day).toList()),
                series.decidedTo(),
                series.acceptedGaps(),
                eligibilities.holds(series.patient(), profile.today()));
    }
}
