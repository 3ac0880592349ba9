package clinic.protocol;

import clinic.protocol.ProtocolVersion.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the clinic's limits. */
@ApplicationScoped
class LimitsVersions {
    @PersistenceContext
    private EntityManager em;

    /** The one in use first, then the draft, then those of before, the newest first. */
    List<LimitsVersion> all() {
        return em.createQuery("select l from LimitsVersion l", LimitsVersion.class).getResultList().stream()
                .sorted(Comparator.comparing(LimitsVersion::state)
                        .thenComparing(LimitsVersion::version, Comparator.reverseOrder()))
                .toList();
    }

    ClinicalLimits inUse() {
        return approved().map(LimitsVersion::limits).orElse(ClinicalLimits.USUAL);
    }

    Optional<LimitsVersion> approved() {
        return all().stream().filter(each -> each.state() == State.APPROVED).findFirst();
    }

    Optional<LimitsVersion> draft(long id) {
        return Optional.ofNullable(em.find(LimitsVersion.class, id)).filter(each -> each.state() == State.DRAFT);
    }

    void add(LimitsVersion version) {
        em.persist(version);
        em.flush();
    }

    void remove(LimitsVersion draft) {
        em.remove(draft);
        em.flush();
    }
}
