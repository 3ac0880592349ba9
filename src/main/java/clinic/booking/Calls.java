package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.RedFlag;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls on record, and how staff see any number of them by a few statements. */
@ApplicationScoped
class Calls {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallLog log;

    @Inject
    private Appointments appointments;

    @Inject
    private ClinicProfile profile;

    CallRequest get(long id) {
        return find(id, LockModeType.NONE);
    }

    /** Locks a call for a change. */
    CallRequest lock(long id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private CallRequest find(long id, LockModeType lock) {
        return Optional.ofNullable(em.find(CallRequest.class, id, lock))
                .orElseThrow(() -> new BookingRefused(Refusal.of(Reason.UNKNOWN_CALL, "call")));
    }

    void add(CallRequest call) {
        em.persist(call);
    }

    /** Those that are open, the most urgent first. */
    List<CallRequest> waiting() {
        return em.createQuery(
                        "select c from CallRequest c where c.answeredAt is null order by c.dueAt", CallRequest.class)
                .getResultList();
    }

    /** Those of a chart, the newest first. */
    List<CallRequest> of(long patient) {
        return em.createQuery(
                        "select c from CallRequest c where c.patient = :patient order by c.createdAt desc, c.id desc",
                        CallRequest.class)
                .setParameter("patient", patient)
                .getResultList();
    }

    /** Those about any of the appointments, the newest first. */
    List<CallRequest> about(Collection<Long> visits) {
        return visits.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c from CallRequest c where c.appointment in :visits"
                                        + " order by c.createdAt desc, c.id desc",
                                CallRequest.class)
                        .setParameter("visits", visits)
                        .getResultList();
    }

    /** The open one that tells a patient without email of an appointment, or of the series it belongs to. */
    Optional<CallRequest> telling(Appointment visit) {
        return em
                .createQuery(
                        "select c from CallRequest c, Appointment a where c.appointment = a.id and c.cause = :cause"
                                + " and c.answeredAt is null and (a.id = :visit or a.course.series = :series)",
                        CallRequest.class)
                .setParameter("cause", CallRequest.Cause.TELL_BY_PHONE)
                .setParameter("visit", visit.id())
                .setParameter("series", visit.course().map(CourseVisit::series).orElse(0L))
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isWaitingAt(String phone) {
        return em.createQuery("select count(c) from CallRequest c where c.openPhone = :phone", Long.class)
                        .setParameter("phone", phone)
                        .getSingleResult()
                > 0;
    }

    void handOver(long from, long to) {
        em.createQuery("update CallRequest c set c.patient = :to where c.patient = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate();
    }

    /** As that person sees them: with their entries, what they are about, and the red flags if they read clinical notes. */
    List<CallTask> tasks(Actor actor, List<CallRequest> calls) {
        Map<Long, List<CallEntry>> entries =
                log.ofCalls(calls.stream().map(CallRequest::id).toList());
        Map<Long, Appointment> visits = appointments.byId(
                calls.stream().flatMap(call -> call.appointment().stream()).toList());
        Map<Long, List<RedFlag>> flags = actor.may(Task.READ_CLINICAL_NOTES)
                ? redFlags(calls.stream()
                        .filter(CallRequest::isOfReview)
                        .flatMap(call -> call.appointment().stream())
                        .toList())
                : Map.of();
        Instant now = profile.now().toInstant();
        return calls.stream()
                .map(call -> {
                    Optional<Appointment> visit = call.appointment().map(visits::get);
                    return call.toView(
                            now,
                            visit.map(Calls::subject),
                            call.appointment()
                                    .filter(any -> call.isOfReview())
                                    .map(flags::get)
                                    .orElse(List.of()),
                            entries.getOrDefault(call.id(), List.of()));
                })
                .toList();
    }

    /** The red-flag questions answered yes before any of the appointments; one without is not in it. */
    Map<Long, List<RedFlag>> redFlags(Collection<Long> visits) {
        Map<Long, List<RedFlag>> flags = new HashMap<>();
        if (!visits.isEmpty()) {
            em.createQuery(
                            "select a.id, f.code from Appointment a join a.redFlags f where a.id in :ids",
                            Object[].class)
                    .setParameter("ids", visits)
                    .getResultList()
                    .forEach(row -> flags.computeIfAbsent((Long) row[0], any -> new ArrayList<>())
                            .add((RedFlag) row[1]));
            flags.values().forEach(each -> each.sort(null));
        }
        return flags;
    }

    private static CallTask.Subject subject(Appointment visit) {
        return new CallTask.Subject(visit.id(), visit.slot(), visit.status());
    }
}
