package clinic.security;

import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Adds to the trail: entries as they happen, seals a little later. There is no other way to write to it. */
@ApplicationScoped
class AuditEntryDesk {
    private static final int AT_ONCE = 500;

    /** An entry may be committed after a later one; so far back is looked for it. */
    private static final long OVERTAKEN_BY = 10_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AuditChain chain;

    @Inject
    private Clock clock;

    @Transactional
    public void enter(Deed deed) {
        em.persist(new AuditEntry(deed, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** All of them, or none. */
    @Transactional
    public void enterAll(List<Deed> deeds) {
        deeds.forEach(this::enter);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void enterApart(Deed deed) {
        enter(deed);
    }

    /**
     * What was chained in one go.
     *
     * @param size how many entries; 0 when nothing was new, and then nothing else is told
     */
    record Batch(int size, long lastNo, String lastSeal, long lastEntry) {
        boolean mayBeMore() {
            return size == AT_ONCE;
        }
    }

    /** Chains what is new. Nodes take turns: whoever holds the head seals. */
    @Transactional(TxType.REQUIRES_NEW)
    public Batch seal() {
        AuditHead head = em.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
        List<AuditEntry> unsealed = em.createQuery("""
                        select e from AuditEntry e where e.id > :from
                          and not exists (select s.no from AuditSeal s where s.entry = e.id) order by e.id""", AuditEntry.class)
                .setParameter("from", head.lastEntry() - OVERTAKEN_BY)
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (AuditEntry entry : unsealed) {
            AuditSeal seal = chain.next(head.no() + 1, head.seal(), entry);
            em.persist(seal);
            head.moveTo(seal);
        }
        return new Batch(unsealed.size(), head.no(), head.seal(), head.lastEntry());
    }

    /** Notes that a file outside the database holds the head now, so that its loss is noticed. */
    @Transactional(TxType.REQUIRES_NEW)
    public void anchored(String id, String node, long before, long last) {
        em.createNativeQuery("insert into audit_anchor (id, node, first_no, last_no, began_at) values (?, ?, ?, ?, ?)"
                        + " on duplicate key update last_no = greatest(last_no, values(last_no))")
                .setParameter(1, id)
                .setParameter(2, node)
                .setParameter(3, before)
                .setParameter(4, last)
                .setParameter(5, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
    }
}
