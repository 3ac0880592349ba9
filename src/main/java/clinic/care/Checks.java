package clinic.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything asked, measured and verified. */
@ApplicationScoped
class Checks {
    @PersistenceContext
    private EntityManager em;

    void add(VisitCheck check) {
        em.persist(check);
        em.flush();
    }

    /** Of one visit, the first first. */
    List<VisitCheck> of(long visit) {
        return em.createQuery("select c from VisitCheck c where c.visit = :visit order by c.id", VisitCheck.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    /** One of a visit, locked until the transaction ends. */
    Optional<VisitCheck> lock(long visit, long check) {
        return Optional.ofNullable(em.find(VisitCheck.class, check, LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.visit() == visit);
    }

    /** The latest of each kind that is not struck, by visit. */
    Map<Long, Map<CheckKind, VisitCheck>> latest(Collection<Long> visits) {
        Map<Long, Map<CheckKind, VisitCheck>> latest = new HashMap<>();
        if (!visits.isEmpty()) {
            em.createQuery(
                            "select c from VisitCheck c where c.visit in :visits and c.struckAt is null order by c.id",
                            VisitCheck.class)
                    .setParameter("visits", visits)
                    .getResultList()
                    .forEach(check -> latest.computeIfAbsent(check.visit(), any -> new EnumMap<>(CheckKind.class))
                            .put(check.kind(), check));
        }
        return latest;
    }

    /** The vitals that count, by visit, in order. */
    Map<Long, List<VisitCheck>> vitals(Collection<Long> visits) {
        Map<Long, List<VisitCheck>> vitals = new HashMap<>();
        if (!visits.isEmpty()) {
            em.createQuery(
                            "select c from VisitCheck c where c.visit in :visits and c.kind = :kind"
                                    + " and c.struckAt is null order by c.id",
                            VisitCheck.class)
                    .setParameter("visits", visits)
                    .setParameter("kind", CheckKind.VITALS)
                    .getResultList()
                    .forEach(check -> vitals.computeIfAbsent(check.visit(), any -> new ArrayList<>())
                            .add(check));
        }
        return vitals;
    }

    /** The latest word on the order, for any visit of each series. */
    Map<Long, CareGates.Order> orders(Collection<Long> series) {
        Map<Long, CareGates.Order> orders = new HashMap<>();
        if (!series.isEmpty()) {
            em.createQuery(
                            "select a.course.series, c from VisitCheck c, Appointment a where a.id = c.visit"
                                    + " and a.course.series in :series and c.kind = :kind and c.struckAt is null"
                                    + " order by c.id",
                            Object[].class)
                    .setParameter("series", series)
                    .setParameter("kind", CheckKind.ORDER)
                    .getResultList()
                    .forEach(row -> orders.put(
                            (Long) row[0],
                            new CareGates.Order(
                                    ((VisitCheck) row[1]).ok(),
                                    ((VisitCheck) row[1]).measured().asWeight())));
        }
        return orders;
    }

    /** What the patient weighed when last weighed, for whatever visit. */
    Optional<VisitCheck> lastWeight(long patient) {
        return em
                .createQuery(
                        "select c from VisitCheck c, Appointment a where a.id = c.visit and a.patient.id = :patient"
                                + " and c.kind = :kind and c.struckAt is null order by c.id desc",
                        VisitCheck.class)
                .setParameter("patient", patient)
                .setParameter("kind", CheckKind.WEIGHT)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The weight of a visit. */
    Optional<Weight> weight(long visit) {
        return Optional.ofNullable(
                        latest(List.of(visit)).getOrDefault(visit, Map.of()).get(CheckKind.WEIGHT))
                .flatMap(check -> check.measured().asWeight());
    }
}
