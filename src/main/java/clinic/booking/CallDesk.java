package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.Language;
import clinic.patient.PersonName;
import clinic.patient.PhoneNumber;
import clinic.patient.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The worklist of people the front desk promised to call. */
@ApplicationScoped
public class CallDesk {
    private static final int LONGEST_NOTE = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    /** "No time suits me: please call me", as it was written. */
    public record CallMe(String name, String phone, String language, String note) {}

    /**
     * Puts somebody on the worklist.
     *
     * @return by when she is called
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
        em.persist(CallRequest.noTimeSuits(
                request.name().strip(),
                new PhoneNumber(request.phone()).value(),
                request.language(),
                request.note().strip(),
                profile.now().toInstant(),
                due));
        return due;
    }

    /** A visit kept for review is a promise to call, made in the same transaction. */
    void on(@Observes BookingEvents.VisitKeptForReview kept) {
        Appointment visit = em.find(Appointment.class, kept.visit().visit());
        CallRequest.Cause cause = visit.clinicalReview() ? CallRequest.Cause.RED_FLAG : CallRequest.Cause.NOT_ADULT;
        em.persist(CallRequest.about(visit, cause, profile.now().toInstant(), promise()));
    }

    /** Who still waits, the most urgent first. */
    @Transactional
    public List<CallRequest> waiting() {
        return em.createQuery(
                        "select c from CallRequest c where c.answeredAt is null order by c.dueAt", CallRequest.class)
                .getResultList();
    }

    private Instant promise() {
        return CallPromise.from(profile.now(), profile.calendar());
    }
}
