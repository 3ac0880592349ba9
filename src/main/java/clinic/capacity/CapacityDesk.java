package clinic.capacity;

import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Writes capacity into the ledger: one transaction for a stretch of days, under the locks bookings take.
 *
 * <p>The order of locks is the clinic's row, then days in (day, resource) order. Whoever changes capacity, or what it
 * follows from, takes the clinic's row first and reads after it: two closures made at once would each write days that
 * know nothing of the other. A booking never waits there; it meets the change at the row of the day, and finds it either
 * not made yet, and is then among the stranded, or made, and is refused.
 */
@ApplicationScoped
public class CapacityDesk {
    /** Of more parameters EclipseLink makes much work: each is looked for among all. */
    private static final int ROWS_AT_ONCE = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Resources resources;

    @Inject
    private LedgerAudit ledger;

    /**
     * @param rows how many were new or changed
     * @param stranded visits that fitted before and no longer do
     */
    public record Rewritten(int rows, Set<Long> stranded) {}

    /** Waits until nobody else changes capacity; ours until the transaction ends. */
    public void takeTurn() {
        em.find(Clinic.class, Clinic.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Makes the rows of {@code [from, to)} say what hours, shifts, breaks and closures say; what is taken stays taken.
     * Joins the transaction of whoever has just changed them.
     *
     * @param longestTurnover minutes a room may be cleaned after close
     */
    @Transactional
    public Rewritten roll(LocalDate from, LocalDate to, int longestTurnover) {
        takeTurn();
        Map<ResourceDay.Key, DayVector> present = present(from, to);
        Map<ResourceDay.Key, DayVector> wanted = new HashMap<>();
        List<Object[]> missing = new ArrayList<>();
        List<ResourceDay.Key> changed = new ArrayList<>();
        List<ResourceDay.Key> locked = new ArrayList<>();
        CapacityPlan plan = plan(from, to, longestTurnover);
        List<Resource> all = resources.asStored();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            boolean nursesChange = false;
            SortedMap<Long, ResourceDay.Key> ofTheDay = new TreeMap<>();
            for (Resource resource : all) {
                ResourceDay.Key key = new ResourceDay.Key(day, resource.id());
                DayVector capacity = plan.of(resource, day);
                wanted.put(key, capacity);
                if (!present.containsKey(key)) {
                    missing.add(new Object[] {Date.valueOf(day), resource.id(), capacity.toBytes()});
                } else if (!capacity.equals(present.get(key))) {
                    changed.add(key);
                    ofTheDay.put(resource.id(), key);
                    nursesChange |= resource.kind() == ResourceKind.NURSE;
                }
            }
            if (nursesChange) {
                addPools(ofTheDay, all, day, present);
            }
            locked.addAll(ofTheDay.values());
        }
        insert(missing);
        Set<Long> stranded = rewrite(changed, locked, wanted, from, to);
        return new Rewritten(missing.size() + changed.size(), stranded);
    }

    /** Bookings read the nurses of a day under the locks of its pools, also where the pools' sums stay as they are. */
    private static void addPools(
            Map<Long, ResourceDay.Key> locked,
            List<Resource> all,
            LocalDate day,
            Map<ResourceDay.Key, DayVector> present) {
        all.stream().filter(each -> each.kind().isPool()).forEach(pool -> {
            ResourceDay.Key key = new ResourceDay.Key(day, pool.id());
            if (present.containsKey(key)) {
                locked.put(pool.id(), key);
            }
        });
    }

    private Set<Long> rewrite(
            List<ResourceDay.Key> changed,
            List<ResourceDay.Key> locked,
            Map<ResourceDay.Key, DayVector> wanted,
            LocalDate from,
            LocalDate to) {
        if (changed.isEmpty()) {
            return Set.of();
        }
        Map<ResourceDay.Key, ResourceDay> rows = new HashMap<>();
        locked.forEach(key -> rows.put(key, em.find(ResourceDay.class, key, LockModeType.PESSIMISTIC_WRITE)));
        Set<Long> stranded = ledger.copy(from, to).strandedBy(wanted);
        changed.forEach(key -> rows.get(key).offer(wanted.get(key)));
        em.flush();
        return stranded;
    }

    /** Whether any nurse has a shift on any day. */
    public boolean hasNurses() {
        return em.createQuery(
                                "select count(s) from Shift s, Resource r where r.id = s.resource and r.kind = :nurse"
                                        + " and r.retired = false",
                                Long.class)
                        .setParameter("nurse", ResourceKind.NURSE)
                        .getSingleResult()
                > 0;
    }

    /** The visits of {@code [from, to)} that a change of the plan would strand, as the days stand now. Changes nothing. */
    @Transactional
    public Set<Long> preview(LocalDate from, LocalDate to, int longestTurnover, UnaryOperator<CapacityPlan> change) {
        CapacityPlan plan = change.apply(plan(from, to, longestTurnover));
        Map<ResourceDay.Key, DayVector> wanted = new HashMap<>();
        List<Resource> all = resources.asStored();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (Resource resource : all) {
                wanted.put(new ResourceDay.Key(day, resource.id()), plan.of(resource, day));
            }
        }
        return ledger.copy(from, to).strandedBy(wanted);
    }

    private CapacityPlan plan(LocalDate from, LocalDate to, int longestTurnover) {
        LocalDateTime start = from.atStartOfDay();
        LocalDateTime end = to.atStartOfDay();
        return new CapacityPlan(
                profile.calendarAsStored(),
                resources.asStored(),
                em.createQuery("select s from Shift s", Shift.class).getResultList(),
                em.createQuery("select c from Closure c where c.from < :end and c.to > :start", Closure.class)
                        .setParameter("end", end)
                        .setParameter("start", start)
                        .getResultList(),
                longestTurnover);
    }

    private Map<ResourceDay.Key, DayVector> present(LocalDate from, LocalDate to) {
        Map<ResourceDay.Key, DayVector> present = new HashMap<>();
        em.createQuery(
                        "select d.day, d.resource, d.capacity from ResourceDay d where d.day >= :from and d.day < :to",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .forEach(
                        row -> present.put(new ResourceDay.Key((LocalDate) row[0], (Long) row[1]), (DayVector) row[2]));
        return present;
    }

    private void insert(List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            insertAtOnce(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
        }
    }

    private void insertAtOnce(List<Object[]> rows) {
        String values = String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?)"));
        Query insert = em.createNativeQuery(
                "insert ignore into resource_day (day, resource_id, capacity, used) values " + values);
        int position = 1;
        for (Object[] row : rows) {
            for (Object value : row) {
                insert.setParameter(position++, value);
            }
            insert.setParameter(position++, DayVector.EMPTY.toBytes());
        }
        insert.executeUpdate();
    }
}
