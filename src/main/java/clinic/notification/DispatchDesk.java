package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The books of the courier: which letters are due, who has them, what became of them. Every entry is a short transaction
 * of its own. Whoever takes letters holds a lease on them; when it runs out (a crash) they are due again, and an entry
 * by the one who lost it has no effect.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class DispatchDesk {
    static final Duration LEASE = Duration.ofSeconds(60);

    // A later letter of a visit waits for an earlier one: "cancelled" must not overtake "confirmed". Letters about one
    // series, of single visits and of all, tell of the same visits and leave as they were written.
    private static final String DUE = """
            SELECT m.id FROM outbox_mail m
             WHERE m.state = 'QUEUED' AND m.next_attempt_at <= UTC_TIMESTAMP(6)
               AND NOT EXISTS (SELECT 1 FROM outbox_mail e
                                WHERE e.visit_id = m.visit_id AND m.visit_id > 0 AND m.series_id IS NULL
                                  AND e.state = 'QUEUED'
                                  AND (e.revision < m.revision OR (e.revision = m.revision AND e.id < m.id)))
               AND NOT EXISTS (SELECT 1 FROM outbox_mail e
                                WHERE e.series_id = m.series_id AND e.state = 'QUEUED' AND e.id < m.id)
             ORDER BY m.next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED""";

    private static final String TAKE = """
            UPDATE outbox_mail
               SET attempts = attempts + 1, lease_owner = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND,
                   next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
             WHERE id IN (%s)""";

    private static final String CLOSE = """
            UPDATE outbox_mail
               SET state = ?, sent_at = ?, last_error = ?, lease_owner = NULL, lease_until = NULL
             WHERE id = ? AND lease_owner = ?""";

    private static final String POSTPONE = """
            UPDATE outbox_mail
               SET next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND, attempts = attempts - ?,
                   last_error = COALESCE(?, last_error), lease_owner = NULL, lease_until = NULL
             WHERE id = ? AND lease_owner = ?""";

    private static final String HURRY = """
            UPDATE outbox_mail
               SET next_attempt_at = UTC_TIMESTAMP(6)
             WHERE state = 'QUEUED' AND lease_owner IS NULL AND last_error LIKE 'SERVER_AWAY%'""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Takes up to so many due letters under a lease; several nodes never take the same. */
    List<OutboxMail> claim(int atMost) {
        List<?> due = em.createNativeQuery(DUE).setParameter(1, atMost).getResultList();
        if (due.isEmpty()) {
            return List.of();
        }
        take(due);
        List<OutboxMail> letters = em.createQuery(
                        "select m from OutboxMail m where m.id in :due order by m.id", OutboxMail.class)
                .setParameter(
                        "due", due.stream().map(id -> ((Number) id).longValue()).toList())
                .getResultList();
        letters.forEach(OutboxMail::unfold);
        return letters;
    }

    private void take(List<?> due) {
        var update = em.createNativeQuery(TAKE.formatted(String.join(",", Collections.nCopies(due.size(), "?"))))
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, LEASE.toSeconds())
                .setParameter(3, LEASE.toSeconds());
        for (int i = 0; i < due.size(); i++) {
            update.setParameter(4 + i, due.get(i));
        }
        update.executeUpdate();
    }

    void sent(OutboxMail letter) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        close(letter, OutboxMail.State.SENT, now.toString(), null);
    }

    /** The letter waits for its next try; refused for good, or after its last try, it is undeliverable. */
    void notDelivered(OutboxMail letter, NotDelivered why) {
        Optional<Duration> wait = Backoff.after(letter.delivery().attempts());
        if (why.reason() == NotDelivered.Reason.RECIPIENT_REFUSED || wait.isEmpty()) {
            close(letter, OutboxMail.State.UNDELIVERABLE, null, why.account());
        } else {
            postpone(letter, wait.get(), 0, why.account());
        }
    }

    /** Gives back a letter that was taken but not tried: it is due at once, and this was no try. */
    void handBack(OutboxMail letter) {
        postpone(letter, Duration.ZERO, 1, null);
    }

    /** The mail server answers again: what waited only for that is due now, not in an hour. */
    void hurry() {
        em.createNativeQuery(HURRY).executeUpdate();
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

    private void postpone(OutboxMail letter, Duration wait, int triesNotMade, String error) {
        em.createNativeQuery(POSTPONE)
                .setParameter(1, wait.toSeconds())
                .setParameter(2, triesNotMade)
                .setParameter(3, error)
                .setParameter(4, letter.id())
                .setParameter(5, letter.delivery().leaseOwner())
                .executeUpdate();
    }
}
