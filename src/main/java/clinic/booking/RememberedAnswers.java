package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;

/** First answers by the key of their request. */
@ApplicationScoped
public class RememberedAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The answer given to that request before; a key used for another request is refused. */
    Optional<RememberedAnswer> find(RequestKey key) {
        Optional<RememberedAnswer> answer = em
                .createQuery(
                        "select a from RememberedAnswer a where a.id = :id and a.createdAt > :oldest",
                        RememberedAnswer.class)
                .setParameter("id", key.id())
                .setParameter("oldest", oldest())
                .getResultList()
                .stream()
                .findFirst();
        if (answer.isPresent() && !answer.get().isOf(key)) {
            throw new BookingRefused(Refusal.of(Reason.IDEMPOTENCY_MISMATCH, "Idempotency-Key"));
        }
        return answer;
    }

    /**
     * Takes the key for this transaction. Whoever comes at the same moment with the same key waits here until we commit
     * or fail.
     *
     * @return false if somebody has it already: then {@link #find} has the answer
     */
    boolean take(RequestKey key) {
        em.createNativeQuery("delete from remembered_answer where id = ? and created_at <= ?")
                .setParameter(1, key.id())
                .setParameter(2, column(oldest()))
                .executeUpdate();
        return em.createNativeQuery("insert ignore into remembered_answer (id, body, created_at) values (?, ?, ?)")
                        .setParameter(1, key.id())
                        .setParameter(2, key.body())
                        .setParameter(3, column(clock.instant()))
                        .executeUpdate()
                == 1;
    }

    /**
     * Makes what a request asks for, once: repeated, it is told the id of what was made the first time. Belongs inside
     * the transaction that makes it.
     */
    public long once(Optional<RequestKey> key, LongSupplier make) {
        if (key.isEmpty()) {
            return make.getAsLong();
        }
        if (!take(key.get())) {
            return find(key.get()).orElseThrow().subject();
        }
        long made = make.getAsLong();
        taken(key.get()).made(made);
        return made;
    }

    RememberedAnswer taken(RequestKey key) {
        return em.find(RememberedAnswer.class, key.id());
    }

    int sweep() {
        return em.createQuery("delete from RememberedAnswer a where a.createdAt <= :oldest")
                .setParameter("oldest", oldest())
                .executeUpdate();
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
