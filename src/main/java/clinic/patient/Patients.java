package clinic.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Everybody the clinic knows. */
@ApplicationScoped
public class Patients {
    @PersistenceContext
    private EntityManager em;

    public Patient add(Patient patient) {
        em.persist(patient);
        em.flush();
        return patient;
    }

    public void record(Consent consent) {
        em.persist(consent);
    }

    /** Locks a patient's row: her visits are changed one after the other. First of all locks, before the ledger's. */
    public Patient lock(long id) {
        return em.find(Patient.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
