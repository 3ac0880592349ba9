package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The books of the courier: which letters are due, who has them, what became of them. Every entry is a short transaction
 * of its own. Whoever takes a letter holds a lease on it, and renews it while the letter is on its way; when it runs out
 * (a crash) the letter is due again, and an entry by the one who lost it has no effect.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class DispatchDesk {
    static final Duration LEASE = Duration.ofSeconds(60);
    private static final int CANDIDATES = 20;

    // A later letter of a visit waits for an earlier one: "cancelled" must not overtake "confirmed". Letters about one
    // series, of single visits and of all, tell of the same visits and leave as they were written. Those tried least
    // come first: one that fails again and again is nobody's trouble but its own.
    private static final String DUE = """
            SELECT m.id FROM outbox_mail m
             WHERE m.state = 'QUEUED' AND m.next_attempt_at <= UTC_TIMESTAMP(6)
               AND (m.expires_at IS NULL OR m.expires_at > ?)
               AND NOT EXISTS (SELECT 1 FROM outbox_mail e
                                WHERE e.visit_id = m.visit_id AND m.visit_id > 0 AND m.series_id IS NULL
                                  AND e.state = 'QUEUED'
                                  AND (e.revision < m.revision OR (e.revision = m.revision AND e.id < m.id)))
               AND NOT EXISTS (SELECT 1 FROM outbox_mail e
                                WHERE e.series_id = m.series_id AND e.state = 'QUEUED' AND e.id < m.id)
             ORDER BY m.attempts, m.next_attempt_at, m.id LIMIT ?""";

    // By id, and passing over what another has in hand: a sorted list that is locked as it is read is locked as a
    // whole.
    private static final String STILL_DUE = """
            SELECT id FROM outbox_mail
             WHERE id = ? AND state = 'QUEUED' AND next_attempt_at <= UTC_TIMESTAMP(6) FOR UPDATE SKIP LOCKED""";

    private static final String TAKE = """
            UPDATE outbox_mail
               SET attempts = attempts + 1, lease_owner = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND,
                   next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
             WHERE id = ?""";

    private static final String RENEW = """
            UPDATE outbox_mail
               SET lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND,
                   next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
             WHERE id = ? AND lease_owner = ?""";

    private static final String CLOSE = """
            UPDATE outbox_mail
               SET state = ?, sent_at = ?, last_error = ?, lease_owner = NULL, lease_until = NULL
             WHERE id = ? AND lease_owner = ?""";

    private static final String POSTPONE = """
            UPDATE outbox_mail
               SET next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, attempts = attempts - ?,
                   unknown_outcomes = unknown_outcomes + ?, last_error = ?, lease_owner = NULL, lease_until = NULL
             WHERE id = ? AND lease_owner = ?""";

    private static final String WAIT_FOR_THE_SERVER =
            "SELECT id FROM outbox_mail WHERE state = 'QUEUED' AND lease_owner IS NULL AND last_error LIKE 'SERVER_AWAY%'"
                    + " AND next_attempt_at > UTC_TIMESTAMP(6)";

    private static final String HURRY = """
            UPDATE outbox_mail SET next_attempt_at = UTC_TIMESTAMP(6)
             WHERE id = ? AND state = 'QUEUED' AND lease_owner IS NULL""";

    private static final String TOO_LATE = "SELECT id FROM outbox_mail WHERE state = 'QUEUED' AND expires_at <= ?";

    private static final String EXPIRE = """
            UPDATE outbox_mail
               SET state = 'UNDELIVERABLE', last_error = 'EXPIRED: it had not left when it became useless',
                   lease_owner = NULL, lease_until = NULL
             WHERE id = ? AND state = 'QUEUED' AND (lease_owner IS NULL OR lease_until < UTC_TIMESTAMP(6))""";

    /**
     * A letter that was taken.
     *
     * @param isOneOfMore whether others were due with it
     */
    record Claimed(OutboxMail letter, boolean isOneOfMore) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Takes the letter that is due, under a lease; several nodes never take the same. */
    Optional<Claimed> claim() {
        List<Long> due = ids(em.createNativeQuery(DUE)
                .setParameter(1, now())
                .setParameter(2, CANDIDATES)
                .getResultList());
        return due.stream()
                .filter(this::take)
                .findFirst()
                .map(id -> em.find(OutboxMail.class, id))
                .map(letter -> {
                    letter.unfold();
                    return new Claimed(letter, due.size() > 1);
                });
    }

    private boolean take(long id) {
        if (em.createNativeQuery(STILL_DUE).setParameter(1, id).getResultList().isEmpty()) {
            return false;
        }
        em.createNativeQuery(TAKE)
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, LEASE.toSeconds())
                .setParameter(3, LEASE.toSeconds())
                .setParameter(4, id)
                .executeUpdate();
        return true;
    }

    /** The letter is still on its way. */
    void renew(OutboxMail letter) {
        em.createNativeQuery(RENEW)
                .setParameter(1, LEASE.toSeconds())
                .setParameter(2, LEASE.toSeconds())
                .setParameter(3, letter.id())
                .setParameter(4, letter.delivery().leaseOwner())
                .executeUpdate();
    }

    void sent(OutboxMail letter) {
        close(letter, OutboxMail.State.SENT, now(), null);
    }

    /**
     * The letter waits for its next try; refused for good, or after its last try, it is undeliverable. One of which
     * nothing was heard after it was sent is sent once more, and then a person has to find out.
     */
    void notDelivered(OutboxMail letter, NotDelivered why) {
        Optional<Duration> wait = Backoff.after(letter.delivery().attempts());
        boolean unknown = why.reason() == NotDelivered.Reason.OUTCOME_UNKNOWN;
        boolean unknownAgain = unknown && letter.delivery().unknownOutcomes() > 0;
        if (why.reason() == NotDelivered.Reason.RECIPIENT_REFUSED || unknownAgain || wait.isEmpty()) {
            close(letter, OutboxMail.State.UNDELIVERABLE, null, why.account());
        } else {
            postpone(letter, Backoff.jittered(wait.get()), 0, unknown ? 1 : 0, why.account());
        }
    }

    /** Gives back a letter that was taken but not tried: it is due at once, and this was no try. */
    void handBack(OutboxMail letter, NotDelivered why) {
        postpone(letter, Duration.ZERO, 1, 0, why.account());
    }

    /** The mail server answers: what an earlier release let wait only for that is due now, not in an hour. */
    void hurry() {
        updateEach(HURRY, em.createNativeQuery(WAIT_FOR_THE_SERVER).getResultList());
    }

    /** What tells of a visit that has begun does not leave any more. */
    void expire() {
        updateEach(EXPIRE, em.createNativeQuery(TOO_LATE).setParameter(1, now()).getResultList());
    }

    /** what has not left, and what reached nobody. */
    MailHealth.Counts counts() {
        Object[] waiting =
                (Object[]) em.createQuery("select count(m), min(m.createdAt) from OutboxMail m where m.state = :queued")
                        .setParameter("queued", OutboxMail.State.QUEUED)
                        .getSingleResult();
        long undelivered = em.createQuery(
                        "select count(m) from OutboxMail m where m.state = :state and m.delivery.calledAt is null"
                                + " and m.kind not in :entries",
                        Long.class)
                .setParameter("state", OutboxMail.State.UNDELIVERABLE)
                .setParameter("entries", LetterKind.ENTRIES)
                .getSingleResult();
        return new MailHealth.Counts((Long) waiting[0], Optional.ofNullable((Instant) waiting[1]), undelivered);
    }

    /** By id, as everybody does here: by another index, each could wait for the other. */
    private void updateEach(String statement, List<?> ids) {
        ids(ids).forEach(id ->
                em.createNativeQuery(statement).setParameter(1, id).executeUpdate());
    }

    private static List<Long> ids(List<?> rows) {
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private void close(OutboxMail letter, OutboxMail.State state, String sentAt, String error) {
        em.createNativeQuery(CLOSE)
                .setParameter(1, state.name())
                .setParameter(2, sentAt)
                .setParameter(3, error)
                .setParameter(4, letter.id())
                .setParameter(5, letter.delivery().leaseOwner())
                .executeUpdate();
    }

    private void postpone(OutboxMail letter, Duration wait, int triesNotMade, int unknown, String error) {
        em.createNativeQuery(POSTPONE)
                .setParameter(1, wait.toNanos() / 1000)
                .setParameter(2, triesNotMade)
                .setParameter(3, unknown)
                .setParameter(4, error)
                .setParameter(5, letter.id())
                .setParameter(6, letter.delivery().leaseOwner())
                .executeUpdate();
    }
}
