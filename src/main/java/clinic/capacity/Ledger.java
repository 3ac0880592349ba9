package clinic.capacity;

import clinic.platform.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The book of what is taken. Reading it is one range read; changing it wants its rows locked. */
@ApplicationScoped
public class Ledger {
    /** The id no hold has: "everybody else's holds" are then all holds. */
    public static final long NO_HOLD = 0;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Reading reading;

    /** How full the house is from one day to another, both inclusive, not counting one hold; without any lock. */
    public Loads read(LocalDate from, LocalDate to, long exceptHold) {
        return reading.of(() -> loads(from, to, exceptHold, List.of()));
    }

    /** The same of some resources only, for whoever looks at no other. */
    public Loads read(LocalDate from, LocalDate to, long exceptHold, Collection<Long> resources) {
        return resources.isEmpty() ? Loads.none() : reading.of(() -> loads(from, to, exceptHold, resources));
    }

    private Loads loads(LocalDate from, LocalDate to, long exceptHold, Collection<Long> resources) {
        Loads loads = new Loads();
        TypedQuery<Object[]> rows = em.createQuery(
                        "select d.day, d.resource, d.capacity, d.used from ResourceDay d"
                                + " where d.day between :from and :to"
                                + (resources.isEmpty() ? "" : " and d.resource in :resources"),
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to);
        if (!resources.isEmpty()) {
            rows.setParameter("resources", resources);
        }
        rows.getResultList()
                .forEach(row ->
                        loads.put((LocalDate) row[0], (Long) row[1], load((DayVector) row[2], (DayVector) row[3])));
        heldByOthers(from, to, exceptHold).forEach(loads::hold);
        return loads;
    }

    /**
     * Locks the rows the claims touch, in (day, resource) order, and only then reads what decides: the rows and the live
     * holds of others. Waits for whoever has them; belongs inside a transaction.
     */
    public LockedDays lock(Collection<Claim> claims, long exceptHold) {
        SortedMap<LocalDate, Set<Long>> touched = new TreeMap<>();
        claims.forEach(claim ->
                touched.computeIfAbsent(claim.day(), day -> new TreeSet<>()).add(claim.resource()));
        Map<ResourceDay.Key, ResourceDay> rows = new LinkedHashMap<>();
        Loads loads = new Loads();
        touched.forEach((day, resources) -> em.createQuery(
                        "select d from ResourceDay d where d.day = :day and d.resource in :resources"
                                + " order by d.day, d.resource",
                        ResourceDay.class)
                .setParameter("day", day)
                .setParameter("resources", resources)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(row -> {
                    rows.put(new ResourceDay.Key(row.day(), row.resource()), row);
                    loads.put(row.day(), row.resource(), load(row.capacity(), row.used()));
                }));
        if (!touched.isEmpty()) {
            heldByOthers(touched.firstKey(), touched.lastKey(), exceptHold).forEach(loads::hold);
        }
        return new LockedDays(rows, loads);
    }

    private static Load load(DayVector capacity, DayVector used) {
        return new Load(capacity, used, DayVector.EMPTY);
    }

    private List<Claim> heldByOthers(LocalDate from, LocalDate to, long exceptHold) {
        return em.createQuery(
                        "select c from Hold h join h.claims c"
                                + " where h.expiresAt > :now and h.id <> :mine and c.day between :from and :to",
                        Claim.class)
                .setParameter("now", clock.instant())
                .setParameter("mine", exceptHold)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }
}
