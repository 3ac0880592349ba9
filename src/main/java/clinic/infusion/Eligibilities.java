package clinic.infusion;

import clinic.patient.Patient;
import clinic.patient.PatientMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What prescribers decided about who may be treated. */
@ApplicationScoped
class Eligibilities {
    @PersistenceContext
    private EntityManager em;

    void add(Eligibility decided) {
        em.persist(decided);
        em.flush();
    }

    /** The decision that counts. */
    Optional<Eligibility> of(long patient) {
        return em
                .createQuery(
                        "select e from Eligibility e where e.patient = :patient order by e.id desc", Eligibility.class)
                .setParameter("patient", patient)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The decisions that count, by patient; those nobody decided about are not among them. */
    Map<Long, Eligibility> of(Collection<Long> patients) {
        Map<Long, Eligibility> latest = new HashMap<>();
        if (!patients.isEmpty()) {
            em.createQuery("select e from Eligibility e where e.patient in :patients order by e.id", Eligibility.class)
                    .setParameter("patients", patients)
                    .getResultList()
                    .forEach(decided -> latest.put(decided.patient(), decided));
        }
        return latest;
    }

    boolean holds(long patient, LocalDate day) {
        return of(patient).filter(decided -> decided.holdsOn(day)).isPresent();
    }

    void merged(@Observes PatientMerged merged) {
        em.createQuery("update Eligibility e set e.patient = :kept where e.patient = :gone")
                .setParameter("kept", merged.kept())
                .setParameter("gone", merged.gone())
                .executeUpdate();
        em.createQuery("update Series s set s.patient = :kept, s.version = s.version + 1 where s.patient.id = :gone")
                .setParameter("kept", em.getReference(Patient.class, merged.kept()))
                .setParameter("gone", merged.gone())
                .executeUpdate();
    }
}
