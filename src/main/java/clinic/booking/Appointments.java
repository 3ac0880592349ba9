package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All visits, cancelled ones too. */
@ApplicationScoped
class Appointments {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private PrivateLinks links;

    /** Adds a visit and opens it to the token that follows from its new id. */
    Appointment add(Appointment appointment) {
        em.persist(appointment);
        em.flush();
        appointment.linkBy(PrivateLinks.fingerprint(tokenOf(appointment)));
        return appointment;
    }

    String tokenOf(Appointment appointment) {
        return links.visitToken(appointment.id(), appointment.generation());
    }

    void record(VisitEdge edge) {
        em.persist(edge);
    }

    void record(Intake intake) {
        em.persist(intake);
    }

    Appointment get(long id) {
        return em.find(Appointment.class, id);
    }

    /** Every step a visit took, the first first. */
    List<VisitEdge> edges(long visit) {
        return em.createQuery("select e from VisitEdge e where e.appointment = :visit order by e.id", VisitEdge.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    /** The visit a private token opens. */
    Optional<Appointment> find(String token) {
        return em
                .createQuery("select a from Appointment a where a.fingerprint = :fingerprint", Appointment.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Which visit a token opens, without reading it: its patient is locked first. */
    Optional<Long> idOf(String token) {
        return em
                .createQuery("select a.id from Appointment a where a.fingerprint = :fingerprint", Long.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whose visit it is, without reading the visit. */
    Optional<Long> patientOf(long visit) {
        return em
                .createQuery("select a.patient.id from Appointment a where a.id = :visit", Long.class)
                .setParameter("visit", visit)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Open visits of an e-mail address from a day on. */
    List<Appointment> openOf(String email, LocalDate from) {
        return em.createQuery(
                        "select a from Appointment a where a.patient.email = :email and a.day >= :from"
                                + " and a.status <> :cancelled order by a.day, a.start",
                        Appointment.class)
                .setParameter("email", email)
                .setParameter("from", from)
                .setParameter("cancelled", Status.CANCELLED)
                .getResultList();
    }

    void flush() {
        em.flush();
    }
}
