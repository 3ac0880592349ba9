package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.capacity.LockedDays;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Where staff see visits and take them from one state to the next. A step locks the patient, then what it gives back to
 * the ledger, and only then decides: of two who take it at once, one does.
 */
@Retried
@ApplicationScoped
public class VisitDesk {
    static final String APPOINTMENT = "APPOINTMENT";
    static final String VISITS = "VISITS";
    private static final int LONGEST_REASON = 500;

    @Inject
    private StaffVisits visits;

    @Inject
    private Appointments appointments;

    @Inject
    private VisitLocks locks;

    @Inject
    private FreeTimes freeTimes;

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
        steps(visit).refusal(edge).ifPresent(refusal -> {
            throw new BookingRefused(refusal);
        });
        pass(actor, edge, visit, grounds);
        Status before = visit.status();
        ZonedDateTime now = profile.now();
        if (edge.to() == Status.CANCELLED) {
            List<Claim> claims = visit.claims();
            ledger.lock(claims, Ledger.NO_HOLD).release(claims);
        }
        visit.step(edge, grounds, actor.name(), now);
        appointments.record(new VisitEdge(visit, edge.name(), actor, now.toInstant(), before, why));
        tell(visit, edge, before);
        if (edge == Edge.APPROVE || edge == Edge.DECLINE) {
            happened.fire(new BookingEvents.VisitReviewed(id, actor.name()));
        }
        stepped(actor, visit);
        happened.fire(Deed.done(actor, edge.name(), APPOINTMENT, id).reason(why));
        appointments.flush();
        return visits.get(actor, id);
    }

    /** Through the gates of her series, or past them with a prescriber's word. */
    private void pass(Actor actor, Edge edge, Appointment visit, Grounds grounds) {
        List<Refusal> unmet = visit.treated().stream()
                .flatMap(treated -> gates.stream().flatMap(gate -> gate.unmet(edge, treated).stream()))
                .toList();
        Optional<String> override = checked(grounds.overrideReason());
        if (unmet.isEmpty()) {
            return;
        }
        if (override.isEmpty()) {
            throw new BookingRefused(unmet, List.of());
        }
        actor.must(Task.DECIDE);
        happened.fire(Deed.done(actor, "OVERRIDE", APPOINTMENT, visit.id())
                .fields(unmet.stream().map(refusal -> refusal.reason().name()).collect(Collectors.toSet()))
                .reason(override));
    }

    private void stepped(Actor actor, Appointment visit) {
        appointments.flush();
        visit.course()
                .ifPresent(course -> happened.fire(
                        new BookingEvents.CourseVisitStepped(visit.id(), course, visit.status(), false, actor)));
    }

    /** What she is owed for a step: the same letters as if she had done it herself. */
    private void tell(Appointment visit, Edge edge, Status before) {
        switch (edge) {
            case APPROVE -> happened.fire(new BookingEvents.VisitBooked(visit.notice()));
            case CANCEL, DECLINE ->
                happened.fire(new BookingEvents.VisitCancelled(visit.notice(), before == Status.PENDING_REVIEW, true));
            default -> {}
        }
    }

    /**
     * Takes the last step back, for who took it and for ten minutes. A cancelled visit takes its time again, or is
     * refused when somebody else has it by now.
     */
    @Transactional
    public StaffVisit undo(Actor actor, long id) {
        actor.must(Task.RECEIVE);
        Appointment visit = locks.lock(id);
        Instant now = profile.now().toInstant();
        Status from = visit.status();
        Status back = visit.last()
                .undoableBy(actor.name(), now.minus(VisitSteps.UNDOABLE))
                .orElseThrow(() -> new BookingRefused(steps(visit).illegal()));
        if (from == Status.CANCELLED) {
            takeAgain(visit);
        }
        visit.stepBack(since(visit, back));
        if (from == Status.CANCELLED || back == Status.PENDING_REVIEW) {
            visit.tellAnew();
            happened.fire(
                    back == Status.PENDING_REVIEW
                            ? new BookingEvents.VisitReviewedAgain(visit.notice())
                            : new BookingEvents.VisitBooked(visit.notice()));
        }
        appointments.record(new VisitEdge(visit, VisitEdge.UNDO, actor, now, from, Optional.empty()));
        stepped(actor, visit);
        happened.fire(Deed.done(actor, VisitEdge.UNDO, APPOINTMENT, id));
        appointments.flush();
        return visits.get(actor, id);
    }

    private void takeAgain(Appointment visit) {
        Placement placement =
                freeTimes.needs(visit.kind(), visit.treatment()).place(visit.slot(), visit.clinician(), visit.room());
        LockedDays days = ledger.lock(placement.claims(), Ledger.NO_HOLD);
        if (!days.fit(placement.claims())) {
            throw new BookingRefused(Reason.SLOT_TAKEN);
        }
        days.take(placement.claims());
        visit.place(placement);
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
        return reason.map(String::strip).filter(text -> !text.isEmpty());
    }
}
