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

    /** Chains what is new; whether there may be more. Nodes take turns: whoever holds the head seals. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean seal() {
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
        return unsealed.size() == AT_ONCE;
    }
}
