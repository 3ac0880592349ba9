package clinic.notification;

import clinic.booking.BookingEvents.LinksAskedFor;
import clinic.booking.BookingEvents.Notice;
import clinic.booking.BookingEvents.VisitBooked;
import clinic.booking.BookingEvents.VisitCancelled;
import clinic.booking.BookingEvents.VisitKeptForReview;
import clinic.booking.BookingEvents.VisitMoved;
import clinic.booking.BookingEvents.VisitReviewedAgain;
import clinic.booking.CallRequestDesk;
import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.infusion.InfusionEvents.Invited;
import clinic.staff.StaffLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes down, inside the booking's own transaction, the letter a booking owes: booked and promised, or neither. What
 * was done and taken back before the letter left is told nobody. Carrying letters out is the {@link Courier}'s work.
 */
@ApplicationScoped
class Outbox {
    /** For so long a letter stays here about what may be taken back at once. */
    private static final int SECOND_THOUGHTS_SECONDS = 10;

    // Once a plan was told after it, it is no longer the last she hears of the visit.
    private static final String UNTRIED = """
            SELECT m.id FROM outbox_mail m
             WHERE m.visit_id = ? AND m.state = 'QUEUED' AND m.attempts = 0 AND m.lease_owner IS NULL
               AND NOT EXISTS (SELECT 1 FROM outbox_mail l WHERE l.series_id = m.series_id AND l.id > m.id)
             ORDER BY m.revision DESC, m.id DESC LIMIT 1""";

    // By id, as the courier: by another index, each could wait for the other.
    private static final String STILL_UNTRIED = """
            SELECT id FROM outbox_mail
             WHERE id = ? AND state = 'QUEUED' AND attempts = 0 AND lease_owner IS NULL FOR UPDATE""";

    private static final String LATER =
            "UPDATE outbox_mail SET next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND WHERE id = ?";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CallRequestDesk calls;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<MailQueued> queued;

    void booked(@Observes VisitBooked event) {
        owe(LetterKind.BOOKED, event.visit(), Optional.empty()).mentions(event.sameDay());
    }

    void keptForReview(@Observes VisitKeptForReview event) {
        owe(LetterKind.KEPT_FOR_REVIEW, event.visit(), Optional.empty()).mentions(event.sameDay());
    }

    void reviewedAgain(@Observes VisitReviewedAgain event) {
        owe(event.confirmed() ? LetterKind.UNCONFIRMED : LetterKind.KEPT_FOR_REVIEW, event.visit(), Optional.empty());
    }

    void moved(@Observes VisitMoved event) {
        OutboxMail mail = owe(
                event.underReview() ? LetterKind.KEPT_FOR_REVIEW : LetterKind.MOVED,
                event.visit(),
                Optional.of(event.before()));
        mail.tellsWhoDidIt(event.byStaff());
        if (event.byStaff()) {
            keepAWhile(mail);
        }
    }

    void cancelled(@Observes VisitCancelled event) {
        OutboxMail mail =
                owe(event.underReview() ? LetterKind.WITHDRAWN : LetterKind.CANCELLED, event.visit(), Optional.empty());
        mail.tellsWhoDidIt(event.byStaff());
        if (event.byStaff()) {
            keepAWhile(mail);
        }
    }

    void linksAskedFor(@Observes LinksAskedFor event) {
        Notice first = event.visits().get(0);
        String occasion = "link:" + first.visit() + ":" + event.request();
        persist(
                event.visits().size() == 1
                        ? new OutboxMail(LetterKind.LINK, occasion, first, Optional.empty(), now())
                        : new OutboxMail(LetterKind.LINKS, occasion, first, Plan.of(event.visits()), now()));
    }

    void invited(@Observes Invited event) {
        persist(new OutboxMail(
                LetterKind.NEXT_VISIT,
                "series:" + event.series() + ":invited:" + event.opens(),
                event.last(),
                Optional.empty(),
                now()));
    }

    void staffLetter(@Observes StaffLetter letter) {
        LetterKind kind =
                switch (letter.kind()) {
                    case INVITATION -> LetterKind.STAFF_INVITATION;
                    case RESET -> LetterKind.STAFF_RESET;
                };
        persist(new OutboxMail(kind, letter, now()));
    }

    private OutboxMail owe(LetterKind kind, Notice visit, Optional<Slot> before) {
        OutboxMail mail = new OutboxMail(kind, occasion(kind, visit.visit(), visit.revision()), visit, before, now());
        if (isUndoneUntold(mail)) {
            store(mail);
            return mail;
        }
        if (visit.revision() > 0) {
            lastUntried(visit.visit()).filter(mail::takesBack).ifPresent(last -> {
                last.withhold();
                mail.withhold();
            });
        }
        persist(mail);
        return mail;
    }

    /** Whether all it would say by phone is that what nobody has been told holds no more: then no one is called. */
    private boolean isUndoneUntold(OutboxMail mail) {
        long visit = mail.notice().visit();
        return mail.isWithoutAddress()
                && em
                        .createQuery(
                                "select m from OutboxMail m where m.visit = :visit order by m.id desc",
                                OutboxMail.class)
                        .setParameter("visit", visit)
                        .setMaxResults(1)
                        .getResultList()
                        .stream()
                        .anyMatch(last -> mail.takesBack(last) && calls.untell(visit, last.createdAt()));
    }

    static String occasion(LetterKind kind, long visit, int revision) {
        return "visit:" + visit + ":" + kind.wording() + ":" + revision;
    }

    /** The latest letter of a visit that nobody has yet taken to the post, nor will while this transaction lasts. */
    private Optional<OutboxMail> lastUntried(long visit) {
        return id(UNTRIED, visit)
                .flatMap(latest -> id(STILL_UNTRIED, latest))
                .map(latest -> em.find(OutboxMail.class, latest));
    }

    private Optional<Long> id(String query, long parameter) {
        List<?> ids = em.createNativeQuery(query).setParameter(1, parameter).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** Staff may take back at once what it tells: it stays here for some seconds. */
    void keepAWhile(OutboxMail mail) {
        em.flush();
        em.createNativeQuery(LATER)
                .setParameter(1, SECOND_THOUGHTS_SECONDS)
                .setParameter(2, mail.id())
                .executeUpdate();
    }

    private void store(OutboxMail mail) {
        mail.expireAtStart(profile.zone());
        em.persist(mail);
    }

    void persist(OutboxMail mail) {
        store(mail);
        if (mail.isToTellByPhone()) {
            calls.tellByPhone(mail.notice().visit(), mail.kind().name());
        }
        queued.fire(new MailQueued(mail.dedupKey()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
