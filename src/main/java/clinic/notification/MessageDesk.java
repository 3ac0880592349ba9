package clinic.notification;

import clinic.booking.BookingRefused;
import clinic.booking.CourseVisit;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitRequest;
import clinic.patient.EmailAddress;
import clinic.patient.MailReach;
import clinic.patient.Texts;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where staff see what the clinic wrote to its patients and what became of it, and send a letter again.
 */
@ApplicationScoped
public class MessageDesk {
    private static final String MESSAGE = "MESSAGE";
    private static final String MESSAGES = "MESSAGES";
    private static final String FIELD = "message";
    private static final int LONGEST_NOTE = 500;
    /** The key to a visit is its patient's: staff see the letter without it. */
    private static final Pattern PRIVATE_LINK = Pattern.compile("(/visit/)[A-Za-z0-9_-]{20,}");

    private static final String AGAIN = """
            UPDATE outbox_mail
               SET state = 'QUEUED', attempts = 0, unknown_outcomes = 0, next_attempt_at = UTC_TIMESTAMP(6), recipient = ?, sent_at = NULL,
                   called_at = NULL
             WHERE id = ? AND (lease_owner IS NULL OR lease_until < UTC_TIMESTAMP(6))""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private LetterWriter writer;

    @Inject
    private MailReach reach;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> happened;

    /** What a letter says, as its recipient sees it but for her private link. */
    public record Shown(Message message, String subject, String html, String text, boolean invitation) {}

    /**
     * The outbox, the newest first.
     *
     * @param before only letters older than this one; the greatest number there is for the first page
     */
    @Transactional
    public List<Message> list(Actor actor, Optional<Message.State> state, long before, int most) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(
                actor,
                MESSAGES,
                state.map(Enum::name).orElse("all") + (before == Long.MAX_VALUE ? "" : " before " + before)));
        String which = state.isPresent() ? " and m.state = :state" : "";
        TypedQuery<OutboxMail> query = em.createQuery(
                        "select m from OutboxMail m where m.link is null and m.id < :before" + which
                                + " order by m.id desc",
                        OutboxMail.class)
                .setParameter("before", before)
                .setMaxResults(most);
        state.ifPresent(wanted -> query.setParameter("state", OutboxMail.State.valueOf(wanted.name())));
        return query.getResultList().stream().map(OutboxMail::told).toList();
    }

    /** The letters of one patient's visits, the newest first. */
    @Transactional
    public List<Message> of(Actor actor, long patient) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, MESSAGES, "patient " + patient));
        return em
                .createQuery(
                        "select m from OutboxMail m where m.visit in"
                                + " (select a.id from Appointment a where a.patient.id = :patient) order by m.id desc",
                        OutboxMail.class)
                .setParameter("patient", patient)
                .getResultList()
                .stream()
                .map(OutboxMail::told)
                .toList();
    }

    /** Whether a letter about that change of a visit is on its way, or has left. */
    @Transactional
    public boolean tells(Actor actor, long visit, int revision) {
        actor.must(Task.READ);
        return em.createQuery(
                                "select count(m) from OutboxMail m where m.visit = :visit and m.revision = :revision"
                                        + " and m.state in :leaving",
                                Long.class)
                        .setParameter("visit", visit)
                        .setParameter("revision", revision)
                        .setParameter("leaving", List.of(OutboxMail.State.QUEUED, OutboxMail.State.SENT))
                        .getSingleResult()
                > 0;
    }

    /** One letter with what it says. */
    @Transactional
    public Shown one(Actor actor, long id) {
        actor.must(Task.READ);
        OutboxMail mail = get(id);
        Letter letter = writer.write(mail);
        happened.fire(Deed.done(actor, "READ_MESSAGE", MESSAGE, id));
        return new Shown(
                mail.told(),
                letter.subject(),
                withoutKey(letter.html()),
                withoutKey(letter.text()),
                letter.invitation().isPresent());
    }

    private static String withoutKey(String text) {
        return PRIVATE_LINK.matcher(text).replaceAll("$1...");
    }

    /**
     * Sends a letter, or sends it again, to the address she has now. A letter that a later one has overtaken stays where
     * it is.
     */
    @Transactional
    public Message retry(Actor actor, long id, Optional<String> reason) {
        actor.must(Task.WRITE);
        judge("reason", reason.orElse(""));
        OutboxMail mail = get(id);
        String address = addressOf(mail);
        refuseInVain(mail, address);
        if (em.createNativeQuery(AGAIN)
                        .setParameter(1, address)
                        .setParameter(2, id)
                        .executeUpdate()
                == 0) {
            throw refused(Refusal.of(Reason.MESSAGE_LEAVING, FIELD));
        }
        em.refresh(mail);
        happened.fire(Deed.done(actor, "RETRY_MESSAGE", MESSAGE, id).reason(reason.map(Texts::lines)));
        happened.fire(new MailQueued(mail.dedupKey()));
        return mail.told();
    }

    /** What would not arrive, or would tell what is no longer so, is not sent again. */
    private void refuseInVain(OutboxMail mail, String address) {
        if (address.isBlank()) {
            throw refused(Refusal.of(Reason.MESSAGE_WITHOUT_ADDRESS, FIELD));
        }
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, FIELD, EmailAddress.flaw(address, reach), EmailAddress.LONGEST);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        if (isOvertaken(mail)) {
            throw refused(Refusal.of(Reason.MESSAGE_OVERTAKEN, FIELD));
        }
        if (mail.hasExpired(clock.instant())) {
            throw refused(Refusal.of(Reason.MESSAGE_TOO_LATE, FIELD));
        }
    }

    @Transactional
    public Message retry(Actor actor, long id) {
        return retry(actor, id, Optional.empty());
    }

    private String addressOf(OutboxMail mail) {
        return em
                .createQuery(
                        "select coalesce(a.mailbox, a.patient.email) from Appointment a where a.id = :visit",
                        String.class)
                .setParameter("visit", mail.notice().visit())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(mail.recipient());
    }

    private boolean isOvertaken(OutboxMail mail) {
        return em
                .createQuery(
                        "select m from OutboxMail m where m.visit = :visit or m.course.series = :series",
                        OutboxMail.class)
                .setParameter("visit", mail.notice().visit())
                .setParameter(
                        "series",
                        mail.notice().course().map(CourseVisit::series).orElse(0L))
                .getResultList()
                .stream()
                .anyMatch(mail::isOvertakenBy);
    }

    /** The last email to each account of the team, by the account's name: whether it has arrived at its mail server. */
    @Transactional
    public Map<String, Message> toTeam(Actor actor) {
        actor.must(Task.ADMINISTER);
        Map<String, Message> last = new HashMap<>();
        em.createQuery("select m from OutboxMail m where m.link is not null order by m.id", OutboxMail.class)
                .getResultList()
                .forEach(mail -> last.put(mail.notice().lastName(), mail.told()));
        return last;
    }

    private OutboxMail get(long id) {
        // A letter to a colleague holds the key to her account: here there is no such letter.
        return Optional.ofNullable(em.find(OutboxMail.class, id))
                .filter(mail -> mail.link().isEmpty())
                .orElseThrow(UnknownMessage::new);
    }

    private static void judge(String field, String text) {
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, field, Texts.flawOfLines(text, LONGEST_NOTE), LONGEST_NOTE);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }

    private static BookingRefused refused(Refusal refusal) {
        return new BookingRefused(List.of(refusal), List.of());
    }
}
