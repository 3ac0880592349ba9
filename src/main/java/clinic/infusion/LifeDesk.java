package clinic.infusion;

import clinic.booking.BookingEvents;
import clinic.booking.CourseBook;
import clinic.booking.CourseChange;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.patient.Patient;
import clinic.platform.Retried;
import clinic.protocol.Protocol;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Where a prescriber decides how a series goes on. */
@Retried
@ApplicationScoped
public class LifeDesk {
    private static final Set<Decision> GOES_ON = EnumSet.of(Decision.CONTINUE, Decision.EXTEND, Decision.ACCEPT_GAP);

    @Inject
    private SeriesShelf shelf;

    @Inject
    private SeriesKeeper keeper;

    @Inject
    private Extension extension;

    @Inject
    private CourseBook book;

    @Inject
    private SeriesLocks locks;

    @Inject
    private MinorRule minors;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /**
     * Decides, with a reason that stays on record.
     *
     * @param version the series as the actor saw it; an older one than it has is refused
     */
    @Transactional
    public SeriesRecord decide(Actor actor, long id, Decision decision, String reason, OptionalInt version) {
        actor.must(Task.DECIDE);
        Optional<String> why = Optional.of(VisitDesk.checked(Optional.of(reason))
                .orElseThrow(() -> SeriesDesk.refused(Refusal.of(Reason.REQUIRED, "reason"))));
        Series series = locks.lock(id);
        Patient patient = series.patient();
        if (version.isPresent() && version.getAsInt() != series.version()) {
            throw SeriesDesk.refused(Refusal.of(Reason.STALE_VERSION, "If-Match"));
        }
        if (!decision.leadsFrom(series.state())) {
            throw SeriesDesk.refused(Decision.illegalIn(series.state(), "decision", actor));
        }
        if (GOES_ON.contains(decision)) {
            minors.check(patient, profile.today(), "decision");
        }
        carryOut(actor, patient, series, decision, why);
        return shelf.told(actor, series);
    }

    private void carryOut(Actor actor, Patient patient, Series series, Decision decision, Optional<String> why) {
        String step = decision.name();
        switch (decision) {
            case CONTINUE -> {
                decideCheckpoint(series);
                keeper.settle(series, SeriesState.ACTIVE, actor, step, why);
            }
            case EXTEND -> {
                decideCheckpoint(series);
                extension.extend(actor, patient, series, why);
                keeper.settle(series, SeriesState.ACTIVE, actor, step, why);
            }
            case ACCEPT_GAP -> {
                series.acceptGaps(keeper.life(series).breaches(shelf.standing(series)));
                keeper.settle(series, SeriesState.ACTIVE, actor, step, why);
            }
            case STOP, SWITCH, RESTART -> {
                boolean begun = shelf.standing(series).stream()
                        .anyMatch(visit -> !visit.status().isOpen());
                release(actor, patient, series, why);
                keeper.become(series, begun ? SeriesState.STOPPED : SeriesState.CANCELLED, actor, step, why);
            }
            case PAUSE -> keeper.become(series, SeriesState.PAUSED, actor, step, why);
            case MAINTAIN -> keeper.become(series, SeriesState.MAINTENANCE, actor, step, why);
            case CLOSE -> keeper.become(series, SeriesState.COMPLETED, actor, step, why);
        }
    }

    private void decideCheckpoint(Series series) {
        Protocol protocol = shelf.protocol(series);
        int checkpoint = keeper.life(series).checkpoint(shelf.standing(series));
        if (checkpoint > series.decidedTo()) {
            series.decidedTo(checkpoint, protocol);
        }
    }

    /** Gives up whatever is still to come. */
    private void release(Actor actor, Patient patient, Series series, Optional<String> why) {
        List<CourseChange.Dropped> open = shelf.open(series);
        if (open.isEmpty()) {
            return;
        }
        List<BookingEvents.Notice> dropped =
                book.carryOut(actor, new CourseChange(patient.id(), List.of(), List.of(), open), why).stream()
                        .map(CourseBook.Outcome::notice)
                        .toList();
        series.replanned();
        happened.fire(new InfusionEvents.SeriesChanged(series.id(), series.revision(), List.of(), List.of(), dropped));
    }
}
