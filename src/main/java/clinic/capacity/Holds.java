package clinic.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Everybody's holds, live and expired. */
@ApplicationScoped
public class Holds {
    @PersistenceContext
    private EntityManager em;

    /** Adds a hold under the fingerprint that follows from its new id. */
    public Hold add(Hold hold, LongFunction<String> fingerprintOf) {
        em.persist(hold);
        em.flush();
        hold.nameBy(fingerprintOf.apply(hold.id()));
        return hold;
    }

    /** The hold of that token's fingerprint, live or not. */
    public Optional<Hold> find(String fingerprint) {
        return em
                .createQuery("select h from Hold h where h.fingerprint = :fingerprint", Hold.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The hold, live or not, unless it was given up. */
    public Optional<Hold> find(long id) {
        return Optional.ofNullable(em.find(Hold.class, id));
    }

    public void remove(long id) {
        em.createNativeQuery("delete from hold_claim where hold_id = ?")
                .setParameter(1, id)
                .executeUpdate();
        em.createNativeQuery("delete from hold where id = ?")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** A live hold, as far as counting goes. */
    public record Live(long id, String address, Instant expiresAt) {}

    /** The live holds on days of {@code [from, to)}, not counting one. */
    public List<Live> live(LocalDate from, LocalDate to, Instant now, long exceptHold) {
        return em
                .createQuery(
                        "select h from Hold h where h.day >= :from and h.day < :to and h.expiresAt > :now and h.id <> :except",
                        Hold.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", now)
                .setParameter("except", exceptHold)
                .getResultList()
                .stream()
                .map(hold -> new Live(hold.id(), hold.address(), hold.expiresAt()))
                .toList();
    }

    /** How many live holds were taken from an address, not counting one. */
    public long liveFrom(String address, Instant now, long exceptHold) {
        return em.createQuery(
                        "select count(h) from Hold h"
                                + " where h.address = :address and h.expiresAt > :now and h.id <> :except",
                        Long.class)
                .setParameter("address", address)
                .setParameter("now", now)
                .setParameter("except", exceptHold)
                .getSingleResult();
    }

    /** Sweeps up what expired before {@code before}: housekeeping only, an expired hold has long ceased to count. */
    public int sweep(Instant before) {
        em.createNativeQuery("delete c from hold_claim c join hold h on h.id = c.hold_id where h.expires_at < ?")
                .setParameter(1, java.time.LocalDateTime.ofInstant(before, java.time.ZoneOffset.UTC))
                .executeUpdate();
        return em.createQuery("delete from Hold h where h.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
