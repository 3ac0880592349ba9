package clinic.notification;

import clinic.booking.CallEntry;
import clinic.booking.CallLog;
import clinic.booking.CallOutcome;
import clinic.booking.CallReport;
import clinic.patient.Patient;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where staff find whom to call because an email reached no one, and write down what came of it. */
@ApplicationScoped
public class CallInsteadDesk {
    private static final String MESSAGE = "MESSAGE";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallLog calls;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> happened;

    /**
     * An email that reached no one, and how to call instead.
     *
     * @param phone empty when the patient gave none
     * @param calls the attempts to call instead, the newest first
     */
    public record Undelivered(Message message, String phone, List<CallEntry> calls) {}

    /**
     * Emails of every kind that reached nobody: please call. The oldest first. What only a calendar was to learn is told
     * with the plan it belongs to.
     */
    @Transactional
    public List<Undelivered> undelivered(Actor actor) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, "MESSAGES", "to call instead").fields(Set.of("phone")));
        List<Object[]> rows = em.createQuery(
                        "select m, p from OutboxMail m left join Appointment a on a.id = m.visit"
                                + " left join a.patient p"
                                + " where m.state = :state and m.delivery.calledAt is null and m.kind not in :entries"
                                + " order by m.id",
                        Object[].class)
                .setParameter("state", OutboxMail.State.UNDELIVERABLE)
                .setParameter("entries", LetterKind.ENTRIES)
                .getResultList();
        Map<Long, List<CallEntry>> made = calls.ofMails(
                rows.stream().map(row -> ((OutboxMail) row[0]).id()).toList());
        return rows.stream()
                .map(row -> new Undelivered(
                        ((OutboxMail) row[0]).told(),
                        Optional.ofNullable((Patient) row[1])
                                .map(Patient::dialed)
                                .orElse(""),
                        made.getOrDefault(((OutboxMail) row[0]).id(), List.of())))
                .toList();
    }

    /**
     * Writes down a call in the place of an email that reached no one. An outcome that settles it takes the email off the
     * list; every attempt is kept with the email.
     *
     * @param outcome one of {@link CallOutcome#choices()}
     */
    @Transactional
    public void called(Actor actor, long id, String outcome, String note) {
        actor.must(Task.WRITE);
        CallReport report = CallReport.read(outcome, note, false);
        if (em.find(OutboxMail.class, id) == null) {
            throw new UnknownMessage();
        }
        if (report.outcome().closes()) {
            em.createNativeQuery("update outbox_mail set called_at = ? where id = ? and called_at is null")
                    .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .setParameter(2, id)
                    .executeUpdate();
        }
        calls.addToMail(id, report, actor);
        happened.fire(Deed.done(actor, "CALL_INSTEAD", MESSAGE, id));
    }

    /** The calls made in the place of an email, the newest first. */
    @Transactional
    public List<CallEntry> calls(Actor actor, long id) {
        actor.must(Task.READ);
        return calls.ofMails(List.of(id)).getOrDefault(id, List.of());
    }
}
