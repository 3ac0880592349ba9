package clinic.capacity;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes capacity into the ledger: one transaction for a stretch of days, under the locks bookings take. */
@ApplicationScoped
public class CapacityDesk {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Resources resources;

    /**
     * Makes the rows of {@code [from, to)} say what hours, shifts, breaks and closures say; what is taken stays taken.
     *
     * @param longestTurnover minutes a room may be cleaned after close
     * @return how many rows were new or changed
     */
    @Transactional
    public int roll(LocalDate from, LocalDate to, int longestTurnover) {
        CapacityPlan plan = plan(from, to, longestTurnover);
        Map<ResourceDay.Key, DayVector> present = present(from, to);
        Map<ResourceDay.Key, DayVector> wanted = new HashMap<>();
        List<Object[]> missing = new ArrayList<>();
        List<ResourceDay.Key> changed = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (Resource resource : resources.all()) {
                ResourceDay.Key key = new ResourceDay.Key(day, resource.id());
                DayVector capacity = plan.of(resource, day);
                wanted.put(key, capacity);
                if (!present.containsKey(key)) {
                    missing.add(new Object[] {Date.valueOf(day), resource.id(), capacity.toBytes()});
                } else if (!capacity.equals(present.get(key))) {
                    changed.add(key);
                }
            }
        }
        insert(missing);
        changed.forEach(key ->
                em.find(ResourceDay.class, key, LockModeType.PESSIMISTIC_WRITE).offer(wanted.get(key)));
        em.flush();
        return missing.size() + changed.size();
    }

    private CapacityPlan plan(LocalDate from, LocalDate to, int longestTurnover) {
        LocalDateTime start = from.atStartOfDay();
        LocalDateTime end = to.atStartOfDay();
        return new CapacityPlan(
                profile.calendar(),
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

    /** Another node may roll the same days: its rows are as good as ours. */
    private void insert(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String values = String.join(", ", java.util.Collections.nCopies(rows.size(), "(?, ?, ?, ?)"));
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
