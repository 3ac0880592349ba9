package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.Language;
import clinic.patient.PatientMerged;
import clinic.patient.PersonName;
import clinic.patient.PhoneNumber;
import clinic.patient.Texts;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where calls are promised: to who asks for one, about an appointment kept for review, in the place of an email. */
@ApplicationScoped
public class CallRequestDesk {
    private static final int LONGEST_NOTE = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Calls calls;

    @Inject
    private CallLog log;

    @Inject
    private PublicCaps caps;

    @Inject
    private ClinicProfile profile;

    /** "No time suits me: please call me", as it was written. */
    public record CallMe(String name, String phone, String language, String note) {}

    /**
     * Puts somebody on the worklist; a number that waits there already is not put there twice, and what is new is added.
     *
     * @param address of the client; empty where no cap of a day counts it
     * @return by when they are called
     */
    @Transactional
    public Instant callMe(CallMe request, Optional<String> address) {
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
        if (isFirst(request, phone, due, address.map(caps::mustCall))) {
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
    private boolean isFirst(CallMe request, PhoneNumber phone, Instant due, Optional<String> client) {
        return em.createNativeQuery("insert ignore into call_request"
                                + " (cause, name, phone, phone_extension, language, note, created_at, due_at, open_phone,"
                                + " address_key)"
                                + " values ('NO_TIME_SUITS', ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .setParameter(1, new PersonName(request.name()).value())
                        .setParameter(2, phone.value())
                        .setParameter(3, phone.extension())
                        .setParameter(4, request.language())
                        .setParameter(5, Texts.lines(request.note()))
                        .setParameter(6, stored(profile.now().toInstant()))
                        .setParameter(7, stored(due))
                        .setParameter(8, phone.value())
                        .setParameter(9, client.orElse(null))
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
     * @throws UnknownVisit if there is no such appointment
     */
    public void tellByPhone(long visit, String kindOfEmail) {
        Appointment appointment = get(visit);
        CallRequest call =
                calls.telling(appointment).orElseGet(() -> promise(appointment, CallRequest.Cause.TELL_BY_PHONE));
        call.tell(kindOfEmail);
    }

    /**
     * What the patient was to be told by phone was undone. If no one has tried to call, there is nothing to tell any more.
     *
     * @param since when it was to be told: a call that is older tells of something else too
     * @return whether the call was closed; otherwise the patient may have heard of it, and hears of the undoing as well
     */
    public boolean untell(long visit, Instant since) {
        Optional<CallRequest> untold = calls.telling(get(visit))
                .filter(call -> !call.createdAt().isBefore(since)
                        && log.ofCalls(List.of(call.id())).isEmpty());
        untold.ifPresent(call -> {
            call.close(profile.now().toInstant());
            log.addToCall(call.id(), new CallReport(CallOutcome.NOTHING_TO_TELL, ""), Actor.house());
        });
        return untold.isPresent();
    }

    private Appointment get(long visit) {
        return Optional.ofNullable(em.find(Appointment.class, visit)).orElseThrow(UnknownVisit::new);
    }

    /** A visit kept for review is a promise to call, made in the same transaction. */
    void on(@Observes BookingEvents.VisitKeptForReview kept) {
        promiseReview(kept.visit().visit());
    }

    private void promiseReview(long id) {
        Appointment visit = em.find(Appointment.class, id);
        promise(visit, visit.clinicalReview() ? CallRequest.Cause.RED_FLAG : CallRequest.Cause.NOT_ADULT);
    }

    private CallRequest promise(Appointment visit, CallRequest.Cause cause) {
        CallRequest made = CallRequest.about(visit, cause, profile.now().toInstant(), promise());
        calls.add(made);
        return made;
    }

    /** Who decided about the appointment has spoken with the patient: what was decided stands in the record of the call. */
    void on(@Observes BookingEvents.VisitReviewed reviewed) {
        CallReport decision = new CallReport(
                reviewed.decision() == Edge.DECLINE ? CallOutcome.REVIEW_DECLINED : CallOutcome.REVIEW_APPROVED,
                reviewed.reason().orElse(""));
        ofReview(reviewed.visit()).forEach(call -> {
            if (!call.isClosed()) {
                call.close(profile.now().toInstant());
            }
            log.addToCall(call.id(), decision, reviewed.by());
        });
    }

    void on(@Observes BookingEvents.VisitReviewedAgain again) {
        List<CallRequest> promised = ofReview(again.visit().visit());
        promised.stream().filter(CallRequest::isClosed).forEach(call -> {
            call.reopen(call.dueAt(), true);
            log.addToCall(call.id(), new CallReport(CallOutcome.REOPENED, ""), again.by());
        });
        if (promised.isEmpty()) {
            promiseReview(again.visit().visit());
        }
    }

    private List<CallRequest> ofReview(long visit) {
        return calls.about(List.of(visit)).stream()
                .filter(CallRequest::isOfReview)
                .toList();
    }

    void on(@Observes PatientMerged merged) {
        calls.handOver(merged.gone(), merged.kept());
    }

    Instant promise() {
        return CallPromise.from(profile.now(), profile.calendar());
    }
}
