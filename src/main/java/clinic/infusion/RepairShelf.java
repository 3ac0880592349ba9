package clinic.infusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Repairs that were proposed and nobody has applied yet. */
@ApplicationScoped
class RepairShelf {
    @PersistenceContext
    private EntityManager em;

    void add(KeptRepair repair) {
        em.persist(repair);
    }

    Optional<KeptRepair> find(String id) {
        return Optional.ofNullable(em.find(KeptRepair.class, id));
    }

    void sweep(Instant before) {
        em.createQuery("delete from KeptRepair r where r.createdAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
