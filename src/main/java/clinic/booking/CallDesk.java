package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.Language;
import clinic.patient.PersonName;
import clinic.patient.PhoneNumber;
import clinic.patient.Texts;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The worklist of people the front desk promised to call. */
@ApplicationScoped
public class CallDesk {
    private static final int LONGEST_NOTE = 500;
    /** As letters: what was said is in the visit, name and number are needed no longer. */
    static final Period KEPT = Period.ofDays(90);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    @Inject
    private StaffVisits visits;

    @Inject
    private Event<Deed> happened;

    /** "No time suits me: please call me", as it was written. */
    public record CallMe(String name, String phone, String language, String note) {}

    /**
     * Puts somebody on the worklist; a number that waits there already is not put there twice, and what is new is added.
     *
     * @return by when they are called
     */
    @Transactional
    public Instant callMe(CallMe request) {
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, "name", PersonName.flaw(request.name()), PersonName.LONGEST);
        VisitRequest.check(refusals, "phone", PhoneNumber.flaw(request.phone()), PhoneNumber.LONGEST);
        VisitRequest.check(refusals, "note", Texts.flawOfLines(request.note(), LONGEST_NOTE), LONGEST_NOTE);
        if (Language.find(request.language()).isEmpty()) {
            refusals.add(Refusal.of(Reason.UNKNOWN_LANGUAGE, "language"));
        }
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        Instant due = promise();
        PhoneNumber phone = new PhoneNumber(request.phone());
        if (isFirst(request, phone, due)) {
            return due;
        }
        CallRequest open = em.createQuery("select c from CallRequest c where c.openPhone = :phone", CallRequest.class)
                .setParameter("phone", phone.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        open.add(new PersonName(request.name()).value(), Texts.lines(request.note()));
        return open.dueAt().isAfter(profile.now().toInstant()) ? open.dueAt() : due;
    }

    /** The number is unique among those that wait, so that two requests at once are one as well. */
    private boolean isFirst(CallMe request, PhoneNumber phone, Instant due) {
        return em.createNativeQuery("insert ignore into call_request"
                                + " (cause, name, phone, phone_extension, language, note, created_at, due_at, open_phone)"
                                + " values ('NO_TIME_SUITS', ?, ?, ?, ?, ?, ?, ?, ?)")
                        .setParameter(1, new PersonName(request.name()).value())
                        .setParameter(2, phone.value())
                        .setParameter(3, phone.extension())
                        .setParameter(4, request.language())
                        .setParameter(5, Texts.lines(request.note()))
                        .setParameter(6, stored(profile.now().toInstant()))
                        .setParameter(7, stored(due))
                        .setParameter(8, phone.value())
                        .executeUpdate()
                == 1;
    }

    private static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * Asks for a call where an email would go if the patient had an address: one open call a visit, or a series, that
     * says what the latest news is.
     *
     * @param kindOfEmail which email it takes the place of
     */
    public void tellByPhone(long visit, String kindOfEmail) {
        Appointment appointment = em.find(Appointment.class, visit);
        if (appointment == null) {
            return;
        }
        long series = appointment.course().map(CourseVisit::series).orElse(0L);
        CallRequest call = em
                .createQuery(
                        "select c from CallRequest c, Appointment a where c.appointment = a.id and c.cause = :cause"
                                + " and c.answeredAt is null and (a.id = :visit or a.course.series = :series)",
                        CallRequest.class)
                .setParameter("cause", CallRequest.Cause.TELL_BY_PHONE)
                .setParameter("visit", visit)
                .setParameter("series", series)
                .getResultList()
                .stream()
                .findFirst()
                .orElseGet(() -> {
                    CallRequest made = CallRequest.about(
                            appointment,
                            CallRequest.Cause.TELL_BY_PHONE,
                            profile.now().toInstant(),
                            promise());
                    em.persist(made);
                    return made;
                });
        call.tell(kindOfEmail);
    }

    /** A visit kept for review is a promise to call, made in the same transaction. */
    void on(@Observes BookingEvents.VisitKeptForReview kept) {
        promiseCall(em.find(Appointment.class, kept.visit().visit()));
    }

    private void promiseCall(Appointment visit) {
        CallRequest.Cause cause = visit.clinicalReview() ? CallRequest.Cause.RED_FLAG : CallRequest.Cause.NOT_ADULT;
        em.persist(CallRequest.about(visit, cause, profile.now().toInstant(), promise()));
    }

    /** Who decided about the visit has spoken with her. */
    void on(@Observes BookingEvents.VisitReviewed reviewed) {
        about(reviewed.visit()).stream()
                .filter(call -> !call.isAnswered() && call.cause() != CallRequest.Cause.TELL_BY_PHONE)
                .forEach(
                        call -> call.answered(reviewed.by(), null, profile.now().toInstant()));
    }

    void on(@Observes BookingEvents.VisitReviewedAgain again) {
        List<CallRequest> promised = about(again.visit().visit()).stream()
                .filter(call -> call.cause() != CallRequest.Cause.TELL_BY_PHONE)
                .toList();
        promised.forEach(CallRequest::reopen);
        if (promised.isEmpty()) {
            promiseCall(em.find(Appointment.class, again.visit().visit()));
        }
    }

    private List<CallRequest> about(long visit) {
        return em.createQuery("select c from CallRequest c where c.appointment = :visit", CallRequest.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    /** Who still waits for a call, the most urgent first. */
    @Transactional
    public List<CallTask> waiting(Actor actor) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, "CALLS", "waiting").fields(Set.of("name", "phone")));
        Instant now = profile.now().toInstant();
        return waiting().stream().map(call -> call.told(now)).toList();
    }

    /** Writes down that somebody was called, and what was said. */
    @Transactional
    public void answered(Actor actor, long id, String note) {
        actor.must(Task.WRITE);
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, "note", Texts.flawOfLines(note, LONGEST_NOTE), LONGEST_NOTE);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        CallRequest call = Optional.ofNullable(em.find(CallRequest.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(UnknownVisit::new);
        if (!call.isAnswered()) {
            call.answered(actor.name(), Texts.lines(note), profile.now().toInstant());
            happened.fire(Deed.done(actor, "ANSWER_CALL", "CALL", id));
        }
    }

    /** Visits that wait for somebody to speak with the patient, the soonest first. */
    @Transactional
    public List<PendingReview> reviews(Actor actor) {
        actor.must(Task.READ);
        boolean clinical = actor.may(Task.READ_CLINICAL_NOTES);
        happened.fire(Deed.listed(actor, VisitDesk.VISITS, "to review")
                .fields(clinical ? Set.of("phone", "intake", "redFlags") : Set.of("phone")));
        List<CallRequest> calls = waiting();
        return visits.pending(actor).stream()
                .map(visit -> review(visit, em.find(Appointment.class, visit.id()), clinical, calls))
                .toList();
    }

    private PendingReview review(StaffVisit visit, Appointment row, boolean clinical, List<CallRequest> calls) {
        return new PendingReview(
                visit,
                row.patient().dialed(),
                calls.stream()
                        .filter(call -> call.isAbout(visit.id()))
                        .map(CallRequest::dueAt)
                        .findFirst(),
                clinical ? row.redFlags() : List.of(),
                clinical
                        ? Optional.ofNullable(em.find(Intake.class, visit.id())).map(Intake::told)
                        : Optional.empty());
    }

    List<CallRequest> waiting() {
        return em.createQuery(
                        "select c from CallRequest c where c.answeredAt is null order by c.dueAt", CallRequest.class)
                .getResultList();
    }

    /**
     * Deletes what was answered more than {@link #KEPT} ago; a promise nobody has kept yet stays.
     *
     * @return how many
     */
    @Transactional
    public int sweep() {
        return em.createQuery("delete from CallRequest c where c.answeredAt < :before")
                .setParameter("before", profile.now().minus(KEPT).toInstant())
                .executeUpdate();
    }

    private Instant promise() {
        return CallPromise.from(profile.now(), profile.calendar());
    }
}
