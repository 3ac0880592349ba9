package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.patient.Texts;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where staff see visits and take them from one state to the next. A step locks the patient, then what it gives back to
 * the ledger, and only then decides: of two who take it at once, one does.
 */
@Retried
@ApplicationScoped
public class VisitDesk {
    /** For how long the same person may take a step back. */
    public static final Duration UNDOABLE = VisitSteps.UNDOABLE;

    static final String APPOINTMENT = "APPOINTMENT";
    static final String VISITS = "VISITS";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_LEFT_OPEN = 200;

    @Inject
    private StaffVisits visits;

    @Inject
    private Appointments appointments;

    @Inject
    private VisitLocks locks;

    @Inject
    private TimeGate gate;

    @Inject
    private EarlyStart early;

    @Inject
    private Ledger ledger;

    @Inject
    private Instance<StepGate> gates;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /** The visits of those days, both inclusive, in order of time; cancelled ones too. */
    @Transactional
    public List<StaffVisit> on(Actor actor, LocalDate from, LocalDate to) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, VISITS, from + " " + to));
        return visits.between(actor, from, to);
    }

    /** The first visits of each of those days, both inclusive, in order of time: at most so many of one. */
    @Transactional
    public List<StaffVisit> firstOfEachDay(Actor actor, LocalDate from, LocalDate to, VisitFilter filter, int most) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, VISITS, from + " " + to));
        return visits.firstOfEachDay(actor, from, to, filter, most);
    }

    /** A page of the visits somebody asks for, in order of time. */
    @Transactional
    public List<StaffVisit> page(Actor actor, VisitQuery query) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, VISITS, query.inWords()));
        return visits.page(actor, query);
    }

    /** Those of the ids, in order of time. */
    @Transactional
    public List<StaffVisit> among(Actor actor, Collection<Long> ids) {
        actor.must(Task.READ);
        return visits.among(actor, ids);
    }

    /**
     * The end-of-day list: visits of earlier days, and of today once the clinic has closed, that nobody brought to an
     * end; the earliest first, {@link #MOST_LEFT_OPEN} at most.
     */
    @Transactional
    public List<StaffVisit> leftOpen(Actor actor) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, VISITS, "left open"));
        ZonedDateTime now = profile.now();
        boolean closed = profile.calendar()
                .hours(now.toLocalDate())
                .map(hours -> hours.isOverAt(now.toLocalTime()))
                .orElse(true);
        return visits.leftOpen(actor, now.toLocalDate().plusDays(closed ? 1 : 0), MOST_LEFT_OPEN);
    }

    /** The visits of one patient, the latest first. */
    @Transactional
    public List<StaffVisit> of(Actor actor, long patient) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, VISITS, "patient " + patient));
        return visits.of(actor, patient);
    }

    @Transactional
    public StaffVisit visit(Actor actor, long id) {
        actor.must(Task.READ);
        StaffVisit visit = visits.get(actor, id);
        happened.fire(Deed.done(actor, "READ_APPOINTMENT", APPOINTMENT, id));
        return visit;
    }

    /** Every step the visit took, the first first. */
    @Transactional
    public List<VisitStep> history(Actor actor, long id) {
        actor.must(Task.READ);
        return appointments.edges(id).stream().map(VisitEdge::told).toList();
    }

    /** What it claims of the ledger. */
    @Transactional
    public List<Claim> claims(Actor actor, long id) {
        actor.must(Task.READ);
        return Optional.ofNullable(appointments.get(id))
                .orElseThrow(UnknownVisit::new)
                .claims();
    }

    /**
     * Takes a step with a visit.
     *
     * @param version the visit as the actor saw it; an older one than it has is refused
     */
    @Transactional
    public StaffVisit step(Actor actor, long id, Edge edge, Grounds grounds, OptionalInt version) {
        actor.must(edge.task());
        Optional<String> why = checked(grounds.reason());
        Appointment visit = locks.lock(id);
        isAsSeen(visit, version);
        steps(visit).refusal(edge, actor).ifPresent(refusal -> {
            throw new BookingRefused(refusal);
        });
        ZonedDateTime now = profile.now();
        Entry entry = enter(actor, edge, visit, grounds);
        Optional<SetAside> setAside = pass(actor, edge, visit, grounds, entry);
        Status before = visit.status();
        if (edge.to() == Status.CANCELLED) {
            List<Claim> claims = visit.claims();
            ledger.lock(claims, Ledger.NO_HOLD).release(claims);
        }
        visit.step(edge, grounds, actor.name(), now, entry.granted());
        appointments.record(
                new VisitEdge(visit, edge.name(), actor, now.toInstant(), before, why).settingAside(setAside));
        tell(visit, edge, before);
        if (edge == Edge.APPROVE || edge == Edge.DECLINE) {
            happened.fire(new BookingEvents.VisitReviewed(id, edge, actor, why));
        }
        stepped(actor, visit);
        happened.fire(Deed.done(actor, edge.name(), APPOINTMENT, id).reason(why));
        appointments.flush();
        return visits.get(actor, id);
    }

    /** What the gate for time said of a step: a place, or what speaks against it and the times that would do. */
    private record Entry(Optional<TimeGate.Grant> granted, List<Refusal> refusals, List<Slot> alternatives) {
        static final Entry FREE = new Entry(Optional.empty(), List.of(), List.of());
    }

    /** Asks the gate where a step takes time: one who was missed comes, a review ends, an infusion begins at another time. */
    private Entry enter(Actor actor, Edge edge, Appointment visit, Grounds grounds) {
        try {
            if (visit.isBroughtBackBy(edge.to())) {
                return new Entry(
                        Optional.of(gate.stand(TimeAsked.of(visit, visit.slot().startsAt(), Terms.HERE))),
                        List.of(),
                        List.of());
            }
            if (edge == Edge.APPROVE) {
                gate.stand(TimeAsked.of(visit, visit.slot().startsAt(), Terms.STAFF));
            }
            if (edge == Edge.START) {
                visit.course()
                        .flatMap(course -> visit.treatment()
                                .flatMap(how ->
                                        StartWindow.movesTo(visit.slot(), how, early.most(course), profile.now())))
                        .ifPresent(start -> moveToNow(actor, visit, start, grounds));
            }
            return Entry.FREE;
        } catch (BookingRefused refused) {
            return new Entry(Optional.empty(), refused.refusals(), refused.alternatives());
        }
    }

    /** The patient stands there: nobody writes of it. */
    private void moveToNow(Actor actor, Appointment visit, LocalDateTime start, Grounds grounds) {
        boolean gapsAside = grounds.overrideReason().isPresent() && actor.may(Task.DECIDE);
        visit.move(gate.take(TimeAsked.of(visit, start, Terms.HERE).settingGapsAside(gapsAside), Ledger.NO_HOLD));
        appointments.record(
                VisitEdge.inPlace(visit, VisitEdge.MOVE, actor, profile.now().toInstant(), Optional.empty()));
        happened.fire(Deed.done(actor, VisitEdge.MOVE, APPOINTMENT, visit.id()));
        appointments.flush();
    }

    /**
     * Through the gates of the series, or past them with a prescriber's word. Nobody sets aside what the gate for time
     * said, nor what anybody can see to at once.
     */
    private Optional<SetAside> pass(Actor actor, Edge edge, Appointment visit, Grounds grounds, Entry entry) {
        List<Refusal> unmet = Stream.concat(
                        entry.refusals().stream(), visit.treated().stream().flatMap(treated -> gates.stream()
                                .flatMap(gate -> gate.unmet(edge, treated).stream())))
                .distinct()
                .sorted(Comparator.comparing(Refusal::reason, VisitDesk::valuesFirst)
                        .thenComparing(refusal -> refusal.reason().nature()))
                .toList();
        Optional<String> override = checked(grounds.overrideReason());
        if (unmet.isEmpty()) {
            return Optional.empty();
        }
        if (override.isPresent()) {
            actor.must(Task.DECIDE);
        }
        boolean binding = !entry.refusals().isEmpty()
                || unmet.stream().map(Refusal::reason).anyMatch(StepGate.NEVER_SET_ASIDE::contains);
        if (override.isEmpty() || binding) {
            throw new BookingRefused(unmet, entry.alternatives());
        }
        happened.fire(Deed.done(actor, "OVERRIDE", APPOINTMENT, visit.id())
                .fields(unmet.stream().map(refusal -> refusal.reason().name()).collect(Collectors.toSet()))
                .reason(override));
        return override.map(reason -> SetAside.of(unmet, reason));
    }

    /** A value out of its limits weighs most; then what is never allowed, and then what another has by now. */
    private static int valuesFirst(Reason one, Reason other) {
        return Boolean.compare(other == Reason.VITALS_OUT_OF_RANGE, one == Reason.VITALS_OUT_OF_RANGE);
    }

    private void stepped(Actor actor, Appointment visit) {
        appointments.flush();
        visit.course()
                .ifPresent(course -> happened.fire(new BookingEvents.CourseVisitStepped(
                        visit.id(), course, visit.status(), Optional.empty(), actor)));
    }

    /** What she is owed for a step: the same letters as if she had done it herself. */
    private void tell(Appointment visit, Edge edge, Status before) {
        switch (edge) {
            case APPROVE -> {
                if (visit.revision() > 0) {
                    // A calendar that was told of a cancellation takes only what is newer.
                    visit.tellAnew();
                }
                happened.fire(new BookingEvents.VisitBooked(visit.notice()));
            }
            case CANCEL, DECLINE ->
                happened.fire(new BookingEvents.VisitCancelled(visit.notice(), before == Status.PENDING_REVIEW, true));
            default -> {}
        }
    }

    /**
     * Takes the last step back, for who took it and for ten minutes. What brings a visit back asks all that booking it
     * would ask: a cancelled one takes its time again, if it is still to be had and still to come; one that was missed
     * counts again, if its patient has no other visit by now.
     */
    @Transactional
    public StaffVisit undo(Actor actor, long id) {
        actor.must(Task.RECEIVE);
        Appointment visit = locks.lock(id);
        Instant now = profile.now().toInstant();
        Status from = visit.status();
        Status back = visit.last()
                .undoableBy(actor.name(), now.minus(VisitSteps.UNDOABLE))
                .orElseThrow(() -> new BookingRefused(steps(visit).cannotUndo(actor)));
        visit.stepBack(
                since(visit, back), visit.isBroughtBackBy(back) ? Optional.of(back(visit, back)) : Optional.empty());
        if (from == Status.CANCELLED || back == Status.PENDING_REVIEW) {
            visit.tellAnew();
            happened.fire(
                    back == Status.PENDING_REVIEW
                            ? new BookingEvents.VisitReviewedAgain(visit.notice(), actor, from != Status.CANCELLED)
                            : new BookingEvents.VisitBooked(visit.notice()));
        }
        appointments.record(new VisitEdge(visit, VisitEdge.UNDO, actor, now, from, Optional.empty()));
        stepped(actor, visit);
        happened.fire(Deed.done(actor, VisitEdge.UNDO, APPOINTMENT, id));
        appointments.flush();
        return visits.get(actor, id);
    }

    private TimeGate.Grant back(Appointment visit, Status to) {
        Terms terms = visit.status() == Status.CANCELLED && to.isOpen() ? Terms.ANY_TIME : Terms.HERE;
        TimeAsked asked = TimeAsked.of(visit, visit.slot().startsAt(), terms);
        return visit.status() == Status.CANCELLED
                ? gate.take(asked.exactly(visit.placement()), Ledger.NO_HOLD)
                : gate.stand(asked);
    }

    /** When it last came to stand in that state. */
    private Instant since(Appointment visit, Status state) {
        return appointments.edges(visit.id()).stream()
                .filter(edge -> edge.after().filter(state::equals).isPresent())
                .map(VisitEdge::at)
                .reduce((earlier, later) -> later)
                .orElse(visit.last().since());
    }

    private VisitSteps steps(Appointment visit) {
        return new VisitSteps(visit.kind(), visit.status(), visit.slot(), profile.now());
    }

    static void isAsSeen(Appointment visit, OptionalInt version) {
        if (version.isPresent() && version.getAsInt() != visit.version()) {
            throw new BookingRefused(new Refusal(Reason.STALE_VERSION, "If-Match", Map.of()));
        }
    }

    /** The reason without what surrounds it; nothing, if it is empty; refused, if it is too long. */
    public static Optional<String> checked(Optional<String> reason) {
        List<Refusal> refusals = new ArrayList<>();
        reason.ifPresent(text ->
                VisitRequest.check(refusals, "reason", Texts.flawOfLines(text, LONGEST_REASON), LONGEST_REASON));
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        return reason.map(Texts::lines).filter(text -> !text.isEmpty());
    }
}
