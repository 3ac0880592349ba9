package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.capacity.DayVector;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Load;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.patient.Patient;
import clinic.patient.ToldBy;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads visits as staff see them, any number of them by one statement: the visit, its patient, what it stands on. */
@ApplicationScoped
class StaffVisits {
    private static final String ROWS = "select p, a, r.capacity, c.capacity from Appointment a join a.patient p"
            + " left join ResourceDay r on r.day = a.place.day and r.resource = a.place.room"
            + " left join ResourceDay c on c.day = a.place.day and c.resource = a.place.clinician";
    private static final String AFTER = " and (a.place.day > :day or (a.place.day = :day and (a.place.start > :start"
            + " or (a.place.start = :start and a.id > :id))))";
    private static final String IN_ORDER = " order by a.place.day, a.place.start, a.id";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Resources resources;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private LedgerAudit audit;

    @Inject
    private Instance<StepGate> gates;

    @Inject
    private ClinicProfile profile;

    /** Those of the days, both inclusive. */
    List<StaffVisit> between(Actor actor, LocalDate from, LocalDate to) {
        return told(
                actor,
                rows(" where a.place.day between :from and :to" + IN_ORDER)
                        .setParameter("from", from)
                        .setParameter("to", to));
    }

    /** The first visits of each of those days, both inclusive, in order of time: at most so many of one. */
    List<StaffVisit> firstOfEachDay(Actor actor, LocalDate from, LocalDate to, VisitFilter filter, int most) {
        Query first = em.createNativeQuery("select of_day.id from (select a.id, row_number() over"
                        + " (partition by a.day order by a.start_q, a.id) as nth from appointment a"
                        + " where a.day between ?1 and ?2"
                        + (filter.kind().isPresent() ? " and a.kind = ?3" : "")
                        + (filter.resource().isPresent() ? " and (a.room_id = ?4 or a.clinician_id = ?4)" : "")
                        + (filter.status().isPresent() ? " and a.status = ?5" : " and a.status <> 'CANCELLED'")
                        + ") of_day where of_day.nth <= ?6")
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(6, most);
        filter.kind().ifPresent(kind -> first.setParameter(3, kind.name()));
        filter.resource().ifPresent(resource -> first.setParameter(4, resource));
        filter.status().ifPresent(status -> first.setParameter(5, status.name()));
        List<Long> ids = new ArrayList<>();
        for (Object id : first.getResultList()) {
            ids.add(((Number) id).longValue());
        }
        return among(actor, ids);
    }

    List<StaffVisit> page(Actor actor, VisitQuery query) {
        String which = " where a.place.day between :from and :to"
                + (query.resource().isPresent()
                        ? " and (a.place.room = :resource or a.place.clinician = :resource)"
                        : "")
                + (query.status().isPresent() ? " and a.status = :status" : "")
                + (query.after().isPresent() ? AFTER : "");
        TypedQuery<Object[]> rows = rows(which + IN_ORDER)
                .setParameter("from", query.from())
                .setParameter("to", query.to())
                .setMaxResults(query.most());
        query.resource().ifPresent(resource -> rows.setParameter("resource", resource));
        query.status().ifPresent(status -> rows.setParameter("status", status));
        query.after().ifPresent(after -> rows.setParameter("day", after.day())
                .setParameter("start", after.start())
                .setParameter("id", after.id()));
        return told(actor, rows);
    }

    /** Those of one patient, the latest first. */
    List<StaffVisit> of(Actor actor, long patient) {
        return told(
                actor,
                rows(" where p.id = :patient order by a.place.day desc, a.place.start desc, a.id desc")
                        .setParameter("patient", patient));
    }

    /** Those of the ids, in order of time. */
    List<StaffVisit> among(Actor actor, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : told(actor, rows(" where a.id in :ids" + IN_ORDER).setParameter("ids", ids));
    }

    /** Those that wait for somebody to speak with the patient, the soonest first. */
    List<StaffVisit> pending(Actor actor) {
        return told(
                actor, rows(" where a.status = :pending" + IN_ORDER).setParameter("pending", Status.PENDING_REVIEW));
    }

    /** Those of days before one that nobody brought to an end, the earliest first; at most so many. */
    List<StaffVisit> leftOpen(Actor actor, LocalDate before, int most) {
        return told(
                actor,
                rows(" where a.place.day < :before and a.status in :open" + IN_ORDER)
                        .setParameter("before", before)
                        .setParameter("open", Status.NOT_CLOSED)
                        .setMaxResults(most));
    }

    StaffVisit get(Actor actor, long visit) {
        return told(actor, rows(" where a.id = :visit").setParameter("visit", visit)).stream()
                .findFirst()
                .orElseThrow(UnknownVisit::new);
    }

    private TypedQuery<Object[]> rows(String which) {
        return em.createQuery(ROWS + which, Object[].class);
    }

    private List<StaffVisit> told(Actor actor, TypedQuery<Object[]> rows) {
        List<Object[]> read = rows.getResultList();
        List<Appointment> found = read.stream().map(row -> (Appointment) row[1]).toList();
        Set<Long> stranded = strandedTreatments(found);
        Map<Long, List<Missing>> missing = missingToday(found);
        return read.stream()
                .map(row ->
                        told(actor, (Appointment) row[1], (DayVector) row[2], (DayVector) row[3], stranded, missing))
                .toList();
    }

    /** Treatments of today that have not begun are looked at together, by a few questions for all of them. */
    private Map<Long, List<Missing>> missingToday(List<Appointment> visits) {
        List<Treated> today = visits.stream()
                .filter(visit -> visit.status().compareTo(Status.ON_HOLD) <= 0
                        && visit.slot().day().equals(profile.today()))
                .flatMap(visit -> visit.treated().stream())
                .toList();
        Map<Long, List<Missing>> missing = new HashMap<>();
        if (!today.isEmpty()) {
            gates.forEach(gate -> gate.missing(today)
                    .forEach((visit, what) -> missing.computeIfAbsent(visit, any -> new ArrayList<>())
                            .addAll(what)));
        }
        return missing;
    }

    /** What treatments take of the pools others take too, so only the whole ledger of their days can tell. */
    private Set<Long> strandedTreatments(List<Appointment> visits) {
        return audit.stranded(visits.stream()
                .filter(visit -> visit.kind().isInfusion() && !visit.status().isOver())
                .map(visit -> visit.slot().day())
                .filter(day -> !day.isBefore(profile.today()))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private StaffVisit told(
            Actor actor,
            Appointment visit,
            DayVector roomDay,
            DayVector clinicianDay,
            Set<Long> stranded,
            Map<Long, List<Missing>> gates) {
        Patient patient = visit.patient();
        VisitSteps steps = new VisitSteps(visit.kind(), visit.status(), visit.slot(), profile.now());
        return new StaffVisit(
                visit.id(),
                visit.version(),
                visit.kind(),
                visit.status(),
                visit.slot(),
                visit.revision(),
                resource(visit.room()),
                resource(visit.clinician()),
                patient.id(),
                patient.firstName(),
                patient.lastName(),
                visit.onBehalfOf().map(VisitRequest.OnBehalfOf::fullName),
                visit.clinicalReview(),
                visit.ending().isLate(),
                visit.ending().cancelledBy(),
                visit.last().since(),
                steps.isLate(),
                steps.of(actor),
                missing(patient, gates.getOrDefault(visit.id(), List.of())),
                visit.kind().isInfusion()
                        ? stranded.contains(visit.id())
                        : !visit.status().isOver() && !stands(visit, roomDay, clinicianDay),
                visit.last()
                        .undoableBy(actor.name(), profile.now().toInstant().minus(VisitSteps.UNDOABLE))
                        .isPresent(),
                visit.ending().isPartial(),
                visit.treatment(),
                visit.course());
    }

    /** Whether what it was booked on is still there. */
    private boolean stands(Appointment visit, DayVector roomDay, DayVector clinicianDay) {
        return freeTimes
                .needs(visit.kind(), visit.treatment())
                .place(visit.slot(), visit.clinician(), visit.room())
                .claims()
                .stream()
                .allMatch(claim -> Optional.ofNullable(claim.resource() == visit.room() ? roomDay : clinicianDay)
                        .filter(capacity -> new Load(capacity, DayVector.EMPTY, DayVector.EMPTY)
                                .couldFit(claim.span(), claim.amount()))
                        .isPresent());
    }

    private static List<Missing> missing(Patient patient, List<Missing> gates) {
        List<Missing> missing = new ArrayList<>();
        if (patient.phone().isBlank()) {
            missing.add(Missing.CONTACT);
        }
        if (ToldBy.of(patient.email()) == ToldBy.PHONE) {
            missing.add(Missing.EMAIL);
        }
        missing.addAll(gates);
        return missing;
    }

    private Resource resource(long id) {
        return find(id).or(() -> {
                    resources.forget();
                    return find(id);
                })
                .orElseThrow(() -> new IllegalStateException("no resource " + id));
    }

    private Optional<Resource> find(long id) {
        return resources.all().stream().filter(each -> each.id() == id).findFirst();
    }
}
