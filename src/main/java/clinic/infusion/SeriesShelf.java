package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.CourseChange;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.planner.CourseCalendar;
import clinic.protocol.Protocol;
import clinic.protocol.ProtocolVersion;
import clinic.protocol.Protocols;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All series, and how they are told. */
@ApplicationScoped
class SeriesShelf {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private VisitDesk visits;

    @Inject
    private CourseBook book;

    @Inject
    private Protocols protocols;

    @Inject
    private CourseCalendar calendar;

    Series add(Series series) {
        em.persist(series);
        em.flush();
        return series;
    }

    void record(SeriesStep step) {
        em.persist(step);
    }

    Series get(long id) {
        return find(id).orElseThrow(UnknownSeries::new);
    }

    Optional<Series> find(long id) {
        return Optional.ofNullable(em.find(Series.class, id));
    }

    /** Those of the ids, with their visits, by id. */
    Map<Long, Series> among(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select distinct s from Series s left join fetch s.visits where s.id in :ids",
                                Series.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Series::id, Function.identity()));
    }

    /** Whose it is, without reading it. */
    long patientOf(long id) {
        return em
                .createQuery("select s.patient.id from Series s where s.id = :id", Long.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(UnknownSeries::new);
    }

    /** Locked until the transaction ends; its patient is locked before. */
    Series lock(long id) {
        return Optional.ofNullable(em.find(Series.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(UnknownSeries::new);
    }

    /** The latest first. */
    List<Series> of(long patient) {
        return em.createQuery("select s from Series s where s.patient.id = :patient order by s.id desc", Series.class)
                .setParameter("patient", patient)
                .getResultList();
    }

    /** The one that is not over. */
    Optional<Series> running(long patient) {
        return of(patient).stream().filter(series -> series.state().isRunning()).findFirst();
    }

    /** Another one of the same patient that is not over. */
    Optional<Series> otherRunning(Series series) {
        return of(series.patient().id()).stream()
                .filter(other -> other.id() != series.id() && other.state().isRunning())
                .findFirst();
    }

    /** That there is one series at a time: the clinic's page of rules, 3.2. */
    static Refusal runsAlready(Series other) {
        return new Refusal(Reason.SERIES_RUNNING, "patientId", Map.of("code", other.protocol()));
    }

    /** Whether a person ended it, rather than its visits: then none of them brings it back. */
    boolean isEndedByDecision(Series series) {
        return switch (series.state()) {
            case STOPPED, MAINTENANCE -> true;
            case CANCELLED -> lastStep(series).filter(SeriesStep::isOfAVisit).isEmpty();
            case COMPLETED ->
                lastStep(series).filter(step -> step.isOf(Decision.CLOSE)).isPresent();
            default -> false;
        };
    }

    Optional<SeriesStep> lastStep(Series series) {
        em.flush();
        return em
                .createQuery("select s from SeriesStep s where s.series = :series order by s.id desc", SeriesStep.class)
                .setParameter("series", series.id())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those that are not over and have one of the visits. */
    List<Series> runningWith(Collection<Long> appointments) {
        return appointments.isEmpty()
                ? List.of()
                : em
                        .createQuery(
                                "select distinct s from Series s join s.visits v where v.appointment in :visits"
                                        + " order by s.id",
                                Series.class)
                        .setParameter("visits", appointments)
                        .getResultList()
                        .stream()
                        .filter(series -> series.state().isRunning())
                        .toList();
    }

    Protocol protocol(Series series) {
        return protocols
                .find(series.protocol(), series.protocolVersion())
                .map(ProtocolVersion::protocol)
                .orElseThrow(() -> new IllegalStateException("no protocol of series " + series.id()));
    }

    List<SeriesStep> steps(Series series) {
        return em.createQuery("select s from SeriesStep s where s.series = :series order by s.id", SeriesStep.class)
                .setParameter("series", series.id())
                .getResultList();
    }

    SeriesRecord told(Actor actor, Series series) {
        em.flush();
        Map<Long, StaffVisit> standing =
                visits
                        .among(
                                actor,
                                series.visits().stream()
                                        .map(SeriesVisit::appointment)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(StaffVisit::id, Function.identity()));
        List<SeriesRecord.Visit> told = series.visits().stream()
                .map(visit -> new SeriesRecord.Visit(visit.no(), visit.commitment(), standing.get(visit.appointment())))
                .toList();
        return new SeriesRecord(
                series.id(),
                series.version(),
                series.protocol(),
                series.protocolVersion(),
                series.state(),
                series.patient().id(),
                series.patient().firstName(),
                series.patient().lastName(),
                told,
                gaps(series, told),
                steps(series).stream().map(SeriesStep::told).toList());
    }

    /** Its visits nobody has come for yet. */
    List<CourseChange.Dropped> open(Series series) {
        return book.standing(series.id()).stream()
                .filter(visit -> visit.status().isOpen())
                .map(visit -> CourseChange.Dropped.byTheClinic(visit.no(), visit.appointment()))
                .toList();
    }

    /** Where its visits stand, in order. */
    List<SeriesLife.Standing> standing(Series series) {
        em.flush();
        return book.standing(series.id()).stream()
                .map(visit -> new SeriesLife.Standing(
                        visit.no(), visit.status(), visit.slot().day()))
                .toList();
    }

    /** A visit that counts for the gaps of its series, and its day. */
    record Counting(int no, long visit, LocalDate day) {}

    /** Those of a series that count for its gaps. */
    List<Counting> counting(long series) {
        return em
                .createQuery(
                        "select a.course.no, a.id, a.place.day from Appointment a"
                                + " where a.course.series = :series and a.status not in :gone",
                        Object[].class)
                .setParameter("series", series)
                .setParameter("gone", Status.GONE)
                .getResultList()
                .stream()
                .map(row -> new Counting((Integer) row[0], (Long) row[1], (LocalDate) row[2]))
                .toList();
    }

    /** The day a visit has or last had. */
    LocalDate dayOf(long visit) {
        return em.createQuery("select a.place.day from Appointment a where a.id = :visit", LocalDate.class)
                .setParameter("visit", visit)
                .getSingleResult();
    }

    private List<Integer> gaps(Series series, List<SeriesRecord.Visit> visits) {
        return calendar.gaps(
                protocol(series).gap().unit(),
                visits.stream()
                        .map(SeriesRecord.Visit::visit)
                        .filter(visit -> !visit.status().isGone())
                        .map(visit -> visit.slot().day())
                        .sorted()
                        .toList());
    }
}
