package clinic.infusion;

import clinic.booking.BookingEvents;
import clinic.booking.Canceller;
import clinic.booking.CourseBook;
import clinic.booking.CourseChange;
import clinic.booking.CourseStanding;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a whole series is cancelled in one act, with one email, and where that is taken back. */
@Retried
@ApplicationScoped
public class SeriesCancelDesk {
    static final String CANCELLATION = "CANCELLATION";
    static final String UNDO = "UNDO";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private SeriesLocks locks;

    @Inject
    private SeriesKeeper keeper;

    @Inject
    private CourseBook book;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /**
     * Cancels all remaining visits of a series that runs. What was had, or is under way, stays.
     *
     * @param reason must be given
     * @param by whose wish it is; a patient may be late with it, visit by visit
     * @param version the series as the actor saw it; an older one than it has is refused
     */
    @Transactional
    public SeriesRecord cancel(Actor actor, long id, String reason, Canceller by, OptionalInt version) {
        actor.must(Task.RECEIVE);
        Optional<String> why = Optional.of(VisitDesk.checked(Optional.of(reason))
                .orElseThrow(() -> SeriesDesk.refused(Refusal.of(Reason.REQUIRED, "reason"))));
        Series series = locks.lock(id);
        if (version.isPresent() && version.getAsInt() != series.version()) {
            throw SeriesDesk.refused(Refusal.of(Reason.STALE_VERSION, "If-Match"));
        }
        List<CourseStanding> all = book.standing(id);
        List<CourseStanding> open =
                all.stream().filter(visit -> visit.status().isOpen()).toList();
        if (!series.state().isRunning() || open.isEmpty()) {
            throw SeriesDesk.refused(Decision.illegalIn(series.state(), "series", actor));
        }
        em.persist(
                new SeriesCancellation(series, open, actor.name(), profile.now().toInstant()));
        List<BookingEvents.Notice> dropped = book
                .carryOut(
                        actor,
                        new CourseChange(
                                series.patient().id(),
                                List.of(),
                                List.of(),
                                open.stream()
                                        .map(visit -> new CourseChange.Dropped(visit.no(), visit.appointment(), by))
                                        .toList()),
                        why)
                .stream()
                .map(CourseBook.Outcome::notice)
                .toList();
        boolean begun = all.stream().anyMatch(visit -> !visit.status().isOpen() && visit.status() != Status.CANCELLED);
        keeper.become(series, begun ? SeriesState.STOPPED : SeriesState.CANCELLED, actor, CANCELLATION, why);
        series.replanned();
        happened.fire(new InfusionEvents.SeriesChanged(series.id(), series.revision(), List.of(), List.of(), dropped));
        happened.fire(Deed.done(actor, "CANCEL_SERIES", SeriesDesk.SERIES, id).reason(why));
        return shelf.told(actor, series);
    }

    /** Whether {@link #undo} is open to the actor now. */
    @Transactional
    public boolean isUndoable(Actor actor, long id) {
        return actor.may(Task.RECEIVE) && undoable(actor, shelf.get(id)).isPresent();
    }

    /**
     * Takes a cancellation back, for who made it and for ten minutes: all of its visits have their times again, or
     * {@link clinic.booking.CourseRefused} names each that cannot, and nothing is done.
     */
    @Transactional
    public SeriesRecord undo(Actor actor, long id) {
        actor.must(Task.RECEIVE);
        Series series = locks.lock(id);
        SeriesCancellation act = undoable(actor, series)
                .orElseThrow(() -> SeriesDesk.refused(new Refusal(
                        Reason.ILLEGAL_TRANSITION,
                        "series",
                        Map.of(
                                "series",
                                series.state(),
                                "text",
                                "series.undo",
                                "minutes",
                                VisitDesk.UNDOABLE.toMinutes()))));
        act.takenBack();
        keeper.become(series, act.before(), actor, UNDO, Optional.empty());
        List<BookingEvents.Notice> back = book.bringBack(actor, act.visits()).stream()
                .map(CourseBook.Outcome::notice)
                .toList();
        keeper.settle(series, actor, UNDO, Optional.empty());
        series.replanned();
        happened.fire(new InfusionEvents.SeriesRestored(series.id(), series.revision(), book.toCome(id), back));
        happened.fire(Deed.done(actor, "UNDO_CANCEL_SERIES", SeriesDesk.SERIES, id));
        return shelf.told(actor, series);
    }

    /** As long as nothing else was decided about the series. */
    private Optional<SeriesCancellation> undoable(Actor actor, Series series) {
        return shelf.lastStep(series)
                .filter(step -> step.is(CANCELLATION))
                .flatMap(step -> em
                        .createQuery(
                                "select c from SeriesCancellation c where c.series = :series order by c.id desc",
                                SeriesCancellation.class)
                        .setParameter("series", series.id())
                        .setMaxResults(1)
                        .getResultList()
                        .stream()
                        .findFirst())
                .filter(act ->
                        act.isUndoableBy(actor.name(), profile.now().toInstant().minus(VisitDesk.UNDOABLE)));
    }
}
