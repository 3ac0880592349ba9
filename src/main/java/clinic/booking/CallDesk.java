package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.PatientForm;
import clinic.patient.PatientRegister;
import clinic.patient.Patients;
import clinic.patient.RedFlag;
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
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where staff see the calls the clinic promised, write down what came of each attempt, and reopen one. */
@ApplicationScoped
public class CallDesk {
    /** As emails: name and number are needed no longer. */
    static final Period KEPT = Period.ofDays(90);

    private static final String CALL = "CALL";
    private static final String CALLS = "CALLS";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    @Inject
    private StaffVisits visits;

    @Inject
    private Calls calls;

    @Inject
    private CallLog log;

    @Inject
    private CallRequestDesk promises;

    @Inject
    private Patients patients;

    @Inject
    private PatientRegister register;

    @Inject
    private Event<Deed> happened;

    /** Who still waits for a call, the most urgent first. */
    @Transactional
    public List<CallTask> waiting(Actor actor) {
        return listed(actor, "waiting", calls.waiting());
    }

    /** The calls of a chart, open or not, the newest first. */
    @Transactional
    public List<CallTask> of(Actor actor, long patient) {
        return listed(actor, "patient " + patient, calls.of(patient));
    }

    /** The calls about an appointment, open or not, the newest first. */
    @Transactional
    public List<CallTask> about(Actor actor, long visit) {
        return listed(actor, "appointment " + visit, calls.about(List.of(visit)));
    }

    /** What came of the calls made because the appointment had lost its time, whichever that was, the latest first. */
    @Transactional
    public List<CallEntry> aboutLostTime(Actor actor, long visit) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, CALLS, "appointment " + visit).fields(Set.of("attempts")));
        return log.ofVisit(visit);
    }

    private List<CallTask> listed(Actor actor, String which, List<CallRequest> found) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, CALLS, which).fields(seen(actor)));
        return calls.tasks(actor, found);
    }

    private static Set<String> seen(Actor actor) {
        return actor.may(Task.READ_CLINICAL_NOTES)
                ? Set.of("name", "phone", "attempts", "redFlags")
                : Set.of("name", "phone", "attempts");
    }

    /**
     * Writes down an attempt to reach a person. An outcome that settles it closes the call; an attempt two people made at
     * once is kept twice.
     *
     * @param outcome one of {@link CallOutcome#choices()}
     * @param note required where the patient's safety is concerned
     */
    @Transactional
    public void report(Actor actor, long id, String outcome, String note) {
        actor.must(Task.WRITE);
        CallRequest call = calls.lock(id);
        CallReport report = CallReport.read(outcome, note, call.cause().isClinical());
        if (report.outcome().closes() && !call.isClosed()) {
            call.close(profile.now().toInstant());
        }
        log.addToCall(id, report, actor);
        happened.fire(Deed.done(actor, "REPORT_CALL", CALL, id));
    }

    /**
     * Puts a closed call back on the worklist, with a new time to call by. One that is open stays as it is, and the reason
     * is kept all the same.
     */
    @Transactional
    public void reopen(Actor actor, long id, String reason) {
        actor.must(Task.WRITE);
        CallReport report = CallReport.reopening(reason);
        CallRequest call = calls.lock(id);
        if (call.isClosed()) {
            call.reopen(promises.promise(), !calls.isWaitingAt(call.phone()));
        }
        log.addToCall(id, report, actor);
        happened.fire(Deed.done(actor, "REOPEN_CALL", CALL, id));
    }

    /**
     * A call from a person who has no chart yet.
     *
     * @throws BookingRefused if there is no such call, or it has a chart
     */
    @Transactional
    public CallTask withoutChart(Actor actor, long id) {
        actor.must(Task.READ);
        CallRequest call = calls.get(id);
        if (call.patient().isPresent()) {
            throw CallRequest.linked();
        }
        happened.fire(Deed.done(actor, "READ_CALL", CALL, id).fields(Set.of("name", "phone")));
        return calls.tasks(actor, List.of(call)).get(0);
    }

    /**
     * Links a call to the chart of the person who called.
     *
     * @return the chart, which is another one if that was merged
     * @throws BookingRefused if there is no such call or chart, or the call is linked to another chart
     */
    @Retried
    @Transactional
    public long linkTo(Actor actor, long id, long patient) {
        actor.must(Task.WRITE);
        // the patient first, as a merge does: it hands over every call that is linked by then
        long chart = patients.lockLiving(patient)
                .orElseThrow(() -> new BookingRefused(Refusal.of(Reason.UNKNOWN_PATIENT, "patientId")))
                .id();
        calls.lock(id).linkTo(chart);
        happened.fire(Deed.done(actor, "LINK_CALL", CALL, id).fields(Set.of("patient:" + chart)));
        return chart;
    }

    /** Creates the chart of a person who called and links the call to it, or does neither. */
    @Retried
    @Transactional
    public long createChart(Actor actor, long id, PatientForm form) {
        return linkTo(actor, id, register.create(actor, form).card().id());
    }

    /** Visits that wait for somebody to speak with the patient, the soonest first. */
    @Transactional
    public List<PendingReview> reviews(Actor actor) {
        actor.must(Task.READ);
        boolean clinical = actor.may(Task.READ_CLINICAL_NOTES);
        happened.fire(Deed.listed(actor, VisitDesk.VISITS, "to review")
                .fields(clinical ? Set.of("phone", "intake", "redFlags") : Set.of("phone")));
        List<StaffVisit> pending = visits.pending(actor);
        List<Long> ids = pending.stream().map(StaffVisit::id).toList();
        List<CallTask> about = calls.tasks(actor, calls.about(ids));
        Told told = clinical ? new Told(calls.redFlags(ids), intakes(ids)) : new Told(Map.of(), Map.of());
        return pending.stream()
                .map(visit -> review(visit, em.find(Appointment.class, visit.id()), told, about))
                .toList();
    }

    /** What patients told when they booked, by visit. */
    private record Told(Map<Long, List<RedFlag>> flags, Map<Long, VisitRequest.IntakeAnswers> intakes) {}

    private Map<Long, VisitRequest.IntakeAnswers> intakes(List<Long> visits) {
        Map<Long, VisitRequest.IntakeAnswers> intakes = new HashMap<>();
        if (!visits.isEmpty()) {
            em.createQuery("select i.appointment, i from Intake i where i.appointment in :ids", Object[].class)
                    .setParameter("ids", visits)
                    .getResultList()
                    .forEach(row -> intakes.put((Long) row[0], ((Intake) row[1]).told()));
        }
        return intakes;
    }

    private PendingReview review(StaffVisit visit, Appointment row, Told told, List<CallTask> about) {
        List<CallTask> its = about.stream()
                .filter(call -> call.visit().equals(Optional.of(visit.id()))
                        && call.cause().isClinical())
                .toList();
        return new PendingReview(
                visit,
                row.patient().dialed(),
                its.stream().filter(CallTask::open).map(CallTask::dueAt).findFirst(),
                told.flags().getOrDefault(visit.id(), List.of()),
                Optional.ofNullable(told.intakes().get(visit.id())),
                its.stream().flatMap(call -> call.entries().stream()).toList());
    }

    /** The red-flag questions answered yes before an appointment; empty for those who do not read clinical notes. */
    @Transactional
    public List<RedFlag> redFlags(Actor actor, long visit) {
        actor.must(Task.READ);
        return actor.may(Task.READ_CLINICAL_NOTES)
                ? Optional.ofNullable(em.find(Appointment.class, visit))
                        .orElseThrow(UnknownVisit::new)
                        .redFlags()
                : List.of();
    }

    /**
     * Deletes what was closed more than {@link #KEPT} ago, with every attempt; a promise nobody has kept yet stays.
     *
     * @return how many
     */
    @Transactional
    public int sweep() {
        Instant before = profile.now().minus(KEPT).toInstant();
        return em.createQuery("delete from CallRequest c where c.answeredAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
