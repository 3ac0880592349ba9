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

    boolean holds(Patient patient, LocalDate day) {
        return of(patient.id())
                .filter(decided -> decided.holdsOn(day, patient.adultOn(day)))
                .isPresent();
    }

    /**
     * The decision that counts once two records are one: a no stands until a prescriber decides again, whatever the other
     * record says; of two that allow it, the kept record's, unless only the other one knew of a minor.
     */
    Optional<Eligibility> together(long kept, long gone) {
        Optional<Eligibility> mine = of(kept);
        Optional<Eligibility> other = of(gone);
        if (mine.isEmpty() || other.isEmpty()) {
            return mine.or(() -> other);
        }
        boolean othersCounts = !other.get().eligible() && mine.get().eligible()
                || mine.get().eligible()
                        && !mine.get().isOfMinor()
                        && other.get().isOfMinor();
        return othersCounts ? other : mine;
    }

    /** Hands the decisions over; where the latest of them is not the one that counts, that one is written down again. */
    void merged(@Observes PatientMerged merged) {
        Optional<Eligibility> counts = together(merged.kept(), merged.gone());
        em.createQuery("update Eligibility e set e.patient = :kept where e.patient = :gone")
                .setParameter("kept", merged.kept())
                .setParameter("gone", merged.gone())
                .executeUpdate();
        counts.filter(decided -> of(merged.kept()).filter(decided::isSame).isEmpty())
                .ifPresent(decided -> add(decided.again(merged.kept())));
        em.createQuery("update Series s set s.patient = :kept, s.version = s.version + 1 where s.patient.id = :gone")
                .setParameter("kept", em.getReference(Patient.class, merged.kept()))
                .setParameter("gone", merged.gone())
                .executeUpdate();
    }
}
