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

    /** The visit a private token opens. */
    Optional<Appointment> find(String token) {
        return em
                .createQuery("select a from Appointment a where a.fingerprint = :fingerprint", Appointment.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whose visit a token opens, without reading the visit: her row is locked before it is read. */
    Optional<Long> patientOf(String token) {
        return em
                .createQuery("select a.patient.id from Appointment a where a.fingerprint = :fingerprint", Long.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(token))
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
