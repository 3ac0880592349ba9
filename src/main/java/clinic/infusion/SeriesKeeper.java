package clinic.infusion;

import clinic.booking.BookingEvents.CourseVisitStepped;
import clinic.calendar.ClinicProfile;
import clinic.planner.CourseCalendar;
import clinic.protocol.Protocol;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Keeps a series where its visits and its decisions put it. */
@ApplicationScoped
class SeriesKeeper {
    @Inject
    private SeriesShelf shelf;

    @Inject
    private Eligibilities eligibilities;

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
        if (step.gapsSetAside()) {
            series.acceptGaps(life(series).breaches(shelf.standing(series)));
        }
        settle(series, step.actor(), "VISIT_" + step.after(), Optional.empty());
    }

    /** Where the facts put it now; written down if that is another place. */
    void settle(Series series, Actor actor, String step, Optional<String> reason) {
        settle(series, series.state(), actor, step, reason);
    }

    /**
     * @param as where it counts as having stood: what a decision ended no longer holds it
     */
    void settle(Series series, SeriesState as, Actor actor, String step, Optional<String> reason) {
        become(series, life(series).after(as, shelf.standing(series)), actor, step, reason);
    }

    void become(Series series, SeriesState next, Actor actor, String step, Optional<String> reason) {
        SeriesState before = series.state();
        if (next == before && reason.isEmpty()) {
            return;
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
                eligibilities.holds(series.patient().id(), profile.today()));
    }
}
