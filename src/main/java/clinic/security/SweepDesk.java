package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * Throws away what once let somebody in, or kept her out, and does so no more: sessions, links to passwords, wrong
 * passwords in a row. Who came in, when and from where stays in the audit trail.
 */
@ApplicationScoped
public class SweepDesk {
    /** For so long the page of the team can say when somebody was last seen; every session has ended long before. */
    static final Period KEPT = Period.ofDays(30);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** How many rows it threw away. */
    @Transactional
    public int sweep() {
        Instant now = clock.instant();
        Instant before = now.atOffset(ZoneOffset.UTC).minus(KEPT).toInstant();
        return em.createQuery("delete from StaffSession s where s.createdAt < :before and s.lastSeenAt < :before")
                        .setParameter("before", before)
                        .executeUpdate()
                + em.createQuery("delete from AccountLink l where l.expiresAt < :before")
                        .setParameter("before", before)
                        .executeUpdate()
                + em.createQuery("delete from SignInFailures f where f.lastAt < :forgotten"
                                + " and (f.lockedUntil is null or f.lockedUntil < :now)")
                        .setParameter("forgotten", now.minus(LockOut.REMEMBERED))
                        .setParameter("now", now)
                        .executeUpdate();
    }
}
