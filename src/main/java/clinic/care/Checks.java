package clinic.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

    /** The latest of each kind, by visit. */
    Map<Long, Map<CheckKind, VisitCheck>> latest(Collection<Long> visits) {
        Map<Long, Map<CheckKind, VisitCheck>> latest = new HashMap<>();
        if (!visits.isEmpty()) {
            em.createQuery("select c from VisitCheck c where c.visit in :visits order by c.id", VisitCheck.class)
                    .setParameter("visits", visits)
                    .getResultList()
                    .forEach(check -> latest.computeIfAbsent(check.visit(), any -> new EnumMap<>(CheckKind.class))
                            .put(check.kind(), check));
        }
        return latest;
    }

    /** When vitals were taken, by visit, in order. */
    Map<Long, List<CareClock.Taken>> vitals(Collection<Long> visits) {
        Map<Long, List<CareClock.Taken>> vitals = new HashMap<>();
        if (!visits.isEmpty()) {
            em.createQuery(
                            "select c from VisitCheck c where c.visit in :visits and c.kind = :kind order by c.id",
                            VisitCheck.class)
                    .setParameter("visits", visits)
                    .setParameter("kind", CheckKind.VITALS)
                    .getResultList()
                    .forEach(check -> vitals.computeIfAbsent(check.visit(), any -> new ArrayList<>())
                            .add(CareClock.Taken.of(check)));
        }
        return vitals;
    }

    /** The latest order verified for any visit of each series. */
    Map<Long, CareGates.Order> orders(Collection<Long> series) {
        Map<Long, CareGates.Order> orders = new HashMap<>();
        if (!series.isEmpty()) {
            em.createQuery(
                            "select a.course.series, c from VisitCheck c, Appointment a where a.id = c.visit"
                                    + " and a.course.series in :series and c.kind = :kind and c.ok = true order by c.id",
                            Object[].class)
                    .setParameter("series", series)
                    .setParameter("kind", CheckKind.ORDER)
                    .getResultList()
                    .forEach(row -> orders.put(
                            (Long) row[0],
                            new CareGates.Order(((VisitCheck) row[1]).measured().weight())));
        }
        return orders;
    }

    Optional<VisitCheck> lastWeight(long visit) {
        return Optional.ofNullable(
                latest(List.of(visit)).getOrDefault(visit, Map.of()).get(CheckKind.WEIGHT));
    }
}
