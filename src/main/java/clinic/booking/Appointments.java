package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.patient.EmailAddress;
import clinic.patient.Patient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        appointment.link().madeOf(tokenOf(appointment));
        return appointment;
    }

    String tokenOf(Appointment appointment) {
        return links.visitToken(appointment.id(), appointment.link().generation());
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

    Map<Long, Appointment> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select a from Appointment a where a.id in :ids", Appointment.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Appointment::id, Function.identity()));
    }

    /** The visits of a series, in order. */
    List<Appointment> ofSeries(long series) {
        return em.createQuery(
                        "select a from Appointment a where a.course.series = :series order by a.course.no",
                        Appointment.class)
                .setParameter("series", series)
                .getResultList();
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
                .createQuery("select a from Appointment a where a.link.fingerprint = :fingerprint", Appointment.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(token))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Which visit a token opens, without reading it: its patient is locked first. */
    Optional<Long> idOf(String token) {
        return em
                .createQuery("select a.id from Appointment a where a.link.fingerprint = :fingerprint", Long.class)
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

    /** What visits of a day claim, but for one visit. */
    List<Neighbour> neighbours(LocalDate day, long except) {
        return em
                .createQuery(
                        "select a.id, a.patient.id, a.kind, a.status, a.place.start, a.place.end, c from Appointment a"
                                + " join a.claims c where a.place.day = :day and a.id <> :except"
                                + " order by a.place.start, a.id",
                        Object[].class)
                .setParameter("day", day)
                .setParameter("except", except)
                .getResultList()
                .stream()
                .map(row -> new Neighbour(
                        (Long) row[0],
                        (Long) row[1],
                        (VisitKind) row[2],
                        (Status) row[3],
                        new Slot(day, new QuarterHours((Integer) row[4], (Integer) row[5])),
                        (Claim) row[6]))
                .toList();
    }

    /** When these patients have visits in those days, both inclusive. */
    OtherVisits of(Collection<Long> patients, LocalDate from, LocalDate to) {
        if (patients.isEmpty()) {
            return new OtherVisits(List.of());
        }
        return new OtherVisits(em
                .createQuery(
                        "select a.patient.id, a.id, a.place.day, a.place.start, a.place.end from Appointment a"
                                + " where a.patient.id in :patients and a.place.day between :from and :to"
                                + " and a.status not in :gone",
                        Object[].class)
                .setParameter("patients", patients)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("gone", Status.GONE)
                .getResultList()
                .stream()
                .map(row -> new OtherVisits.Hers(
                        (Long) row[0],
                        (Long) row[1],
                        new Slot((LocalDate) row[2], new QuarterHours((Integer) row[3], (Integer) row[4]))))
                .toList());
    }

    /** Visits of a patient nobody has come for yet, from a day on. */
    List<Appointment> openOf(long patient, LocalDate from) {
        return em.createQuery(
                        "select a from Appointment a where a.patient.id = :patient and a.place.day >= :from"
                                + " and a.status in :open order by a.place.day, a.place.start",
                        Appointment.class)
                .setParameter("patient", patient)
                .setParameter("from", from)
                .setParameter("open", Status.OPEN)
                .getResultList();
    }

    /** Visits that nobody has come for yet whose emails go to a mailbox, from a day on; by two indexes, one after the other. */
    List<Appointment> openOf(EmailAddress address, LocalDate from) {
        return Stream.of("a.patient.email in :spellings and a.mailbox is null", "a.mailbox in :spellings")
                .flatMap(where -> em
                        .createQuery(
                                "select a from Appointment a where " + where + " and a.place.day >= :from"
                                        + " and a.status in :open",
                                Appointment.class)
                        .setParameter("spellings", List.of(address.value(), address.wire()))
                        .setParameter("from", from)
                        .setParameter("open", Status.OPEN)
                        .getResultList()
                        .stream())
                .filter(visit -> isAt(address, visit))
                .sorted(Comparator.comparing(Appointment::slot))
                .toList();
    }

    /** The database takes one letter for another: it finds too many. */
    private static boolean isAt(EmailAddress address, Appointment visit) {
        String email = visit.notice().email();
        return EmailAddress.formFlaw(email).isEmpty()
                && new EmailAddress(email).mailbox().equals(address.mailbox());
    }

    /** Open visits of a day that records with an address have. */
    List<Appointment> openOn(LocalDate day, String email) {
        return em
                .createQuery(
                        "select a from Appointment a where a.patient.email = :email and a.place.day = :day"
                                + " and a.status not in :over order by a.place.start",
                        Appointment.class)
                .setParameter("email", email)
                .setParameter("day", day)
                .setParameter("over", List.of(Status.DONE, Status.CANCELLED, Status.NO_SHOW))
                .getResultList()
                .stream()
                .filter(visit -> EmailAddress.formFlaw(email).isEmpty() && isAt(new EmailAddress(email), visit))
                .toList();
    }

    /** Coming visits of a record keep the mailbox they were announced to. */
    void keepMailbox(long patient, String mailbox, LocalDate from) {
        em.createQuery("update Appointment a set a.mailbox = :mailbox, a.version = a.version + 1"
                        + " where a.patient.id = :patient and a.mailbox is null and a.place.day >= :from"
                        + " and a.status not in :over")
                .setParameter("mailbox", mailbox)
                .setParameter("patient", patient)
                .setParameter("from", from)
                .setParameter("over", List.of(Status.DONE, Status.CANCELLED, Status.NO_SHOW))
                .executeUpdate();
    }

    /** All visits of a record have its own mailbox again. */
    void followRecord(long patient) {
        em.createQuery("update Appointment a set a.mailbox = null, a.version = a.version + 1"
                        + " where a.patient.id = :patient and a.mailbox is not null")
                .setParameter("patient", patient)
                .executeUpdate();
    }

    /** Two visits at the same time. */
    record Pair(Appointment one, Appointment other) {}

    /** Visits of two patients that lie across each other, from a day on; those that are over do not count. */
    List<Pair> clashes(long one, long other, LocalDate from) {
        return em
                .createQuery(
                        "select a, b from Appointment a, Appointment b where a.patient.id = :one"
                                + " and b.patient.id = :other and a.place.day = b.place.day and a.place.day >= :from"
                                + " and a.place.start < b.place.end and b.place.start < a.place.end"
                                + " and a.status not in :over and b.status not in :over"
                                + " order by a.place.day, a.place.start, b.place.start",
                        Object[].class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("from", from)
                .setParameter("over", List.of(Status.DONE, Status.CANCELLED, Status.NO_SHOW))
                .getResultList()
                .stream()
                .map(row -> new Pair((Appointment) row[0], (Appointment) row[1]))
                .toList();
    }

    /**
     * Infusions of two patients on one day that both count: from a day on all of them, and before it those of which one is
     * not over, so that it can still be changed.
     */
    List<Pair> sameDay(long one, long other, LocalDate from) {
        return em
                .createQuery(
                        "select a, b from Appointment a, Appointment b where a.patient.id = :one"
                                + " and b.patient.id = :other and a.kind = :kind and b.kind = :kind"
                                + " and a.place.day = b.place.day and a.status not in :gone and b.status not in :gone"
                                + " and (a.place.day >= :from or a.status <> :done or b.status <> :done)"
                                + " order by a.place.day, a.id, b.id",
                        Object[].class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("kind", VisitKind.INFUSION)
                .setParameter("gone", Status.GONE)
                .setParameter("done", Status.DONE)
                .setParameter("from", from)
                .getResultList()
                .stream()
                .map(row -> new Pair((Appointment) row[0], (Appointment) row[1]))
                .toList();
    }

    /** All visits of one patient are another's. */
    void handOver(long from, long to) {
        em.createQuery("update Appointment a set a.patient = :to, a.version = a.version + 1"
                        + " where a.patient.id = :from")
                .setParameter("to", em.getReference(Patient.class, to))
                .setParameter("from", from)
                .executeUpdate();
    }

    void flush() {
        em.flush();
    }
}
