package clinic.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody the clinic knows. */
@ApplicationScoped
public class Patients {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private PatientKeys keys;

    public Patient add(Patient patient) {
        em.persist(patient);
        em.flush();
        keys.add(patient);
        return patient;
    }

    public void record(Consent consent) {
        em.persist(consent);
    }

    void record(PatientNote note) {
        em.persist(note);
    }

    void record(FormerContact contact) {
        em.persist(contact);
    }

    /** Locks a patient's row: her visits are changed one after the other. First of all locks, before the ledger's. */
    public Patient lock(long id) {
        return em.find(Patient.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks the record in use: that one, or the one it was merged into, even while we waited. */
    public Optional<Patient> lockLiving(long id) {
        Optional<Patient> found = Optional.ofNullable(lock(id));
        while (found.flatMap(Patient::mergedInto).isPresent()) {
            found = found.flatMap(Patient::mergedInto).map(this::lock);
        }
        return found;
    }

    /** The record in use: that one, or the one it was merged into. */
    public Optional<Patient> living(long id) {
        Optional<Patient> found = Optional.ofNullable(em.find(Patient.class, id));
        while (found.flatMap(Patient::mergedInto).isPresent()) {
            found = found.flatMap(Patient::mergedInto).map(kept -> em.find(Patient.class, kept));
        }
        return found;
    }

    /** The same, which must be there. */
    public Patient getLiving(long id) {
        return living(id).orElseThrow(UnknownPatient::new);
    }

    /** Those of them who agreed to letters beyond the confirmation and what they ask for. */
    public Set<Long> agreedToLetters(Collection<Long> some) {
        return Set.copyOf(em.createQuery(
                        "select c.patient from Consent c where c.given = true and c.id in (select max(l.id) from Consent l"
                                + " where l.patient in :some and l.subject = :subject group by l.patient)",
                        Long.class)
                .setParameter("some", some)
                .setParameter("subject", Consent.Subject.EMAIL)
                .getResultList());
    }

    /** Her answers, the newest first. */
    List<Consent> consentsOf(long patient) {
        return em.createQuery("select c from Consent c where c.patient = :patient order by c.id desc", Consent.class)
                .setParameter("patient", patient)
                .getResultList();
    }

    List<PatientNote> notesOf(long patient) {
        return em.createQuery(
                        "select n from PatientNote n where n.patient = :patient order by n.id desc", PatientNote.class)
                .setParameter("patient", patient)
                .getResultList();
    }

    /** What hangs on the gone record hangs on the kept one. */
    void handOver(long gone, long kept) {
        for (String entity : List.of("Consent", "PatientNote", "FormerContact")) {
            em.createQuery("update " + entity + " e set e.patient = :kept where e.patient = :gone")
                    .setParameter("kept", kept)
                    .setParameter("gone", gone)
                    .executeUpdate();
        }
    }

    /** Whether two names are one person's, however they are spelled, or one of them is the shorter form of the other. */
    public static boolean isSamePerson(String one, String other) {
        return SearchWords.isSameName(one, other);
    }

    void flush() {
        em.flush();
    }
}
