package clinic.capacity;

import clinic.calendar.QuarterHours;
import clinic.platform.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    /**
     * What there is and what others hold, by one question: a search waits for each. Not by names of resources: a day has
     * few more than a search looks at, and the text of forty names costs more than their rows.
     */
    private static final String DAYS_AND_HOLDS = "select day, resource_id, capacity, used, null, null, null"
            + " from resource_day where day between ? and ?"
            + " union all select c.day, c.resource_id, null, null, c.start_q, c.end_q, c.amount"
            + " from hold h join hold_claim c on c.hold_id = h.id"
            + " where h.expires_at > ? and h.id <> ? and c.day between ? and ?";

    private static final String STAYS = "select day, appointment_id,"
            + " group_concat(concat_ws(' ', start_q, end_q, amount) order by start_q) from claim"
            + " where resource_id = ? and day between ? and ? group by day, appointment_id";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Reading reading;

    @Inject
    private Resources resources;

    @Inject
    private BegunVisits begun;

    /** How full the house is from one day to another, both inclusive, not counting one hold; without any lock. */
    public Loads read(LocalDate from, LocalDate to, long exceptHold) {
        return reading.of(() -> loads(from, to, exceptHold, List.of()));
    }

    /** The same of some resources only, for whoever looks at no other; of nurses if infusions claim their care of one. */
    public Loads read(LocalDate from, LocalDate to, long exceptHold, Collection<Long> resources) {
        return resources.isEmpty() ? Loads.none() : reading.of(() -> loads(from, to, exceptHold, resources));
    }

    /** How much there is of a few resources, whoever has taken it. */
    public Loads offered(LocalDate from, LocalDate to, Collection<Long> resources) {
        Loads loads = Loads.none();
        if (!resources.isEmpty()) {
            reading.of(() -> em.createQuery(
                                    "select d.day, d.resource, d.capacity from ResourceDay d"
                                            + " where d.day between :from and :to and d.resource in :resources",
                                    Object[].class)
                            .setParameter("from", from)
                            .setParameter("to", to)
                            .setParameter("resources", resources)
                            .getResultList())
                    .forEach(row ->
                            loads.put((LocalDate) row[0], (Long) row[1], load((DayVector) row[2], DayVector.EMPTY)));
        }
        return loads;
    }

    private Loads loads(LocalDate from, LocalDate to, long exceptHold, Collection<Long> only) {
        NursingRows nursing = NursingRows.of(resources.all());
        boolean isNursed = nursing.care().isPresent()
                && (only.isEmpty() || only.contains(nursing.care().getAsLong()));
        Map<LocalDate, List<Nurse>> nurses = new HashMap<>();
        Loads loads = new Loads(nursing);
        List<Claim> held = new ArrayList<>();
        for (Object row : em.createNativeQuery(DAYS_AND_HOLDS)
                .setParameter(1, Date.valueOf(from))
                .setParameter(2, Date.valueOf(to))
                .setParameter(3, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(4, exceptHold)
                .setParameter(5, Date.valueOf(from))
                .setParameter(6, Date.valueOf(to))
                .getResultList()) {
            Object[] columns = (Object[]) row;
            LocalDate day = ((Date) columns[0]).toLocalDate();
            long resource = ((Number) columns[1]).longValue();
            if (columns[2] == null) {
                held.add(new Claim(
                        day, resource, new QuarterHours(number(columns[4]), number(columns[5])), number(columns[6])));
            } else if (only.isEmpty() || only.contains(resource)) {
                DayVector capacity = DayVector.of((byte[]) columns[2]);
                loads.put(day, resource, load(capacity, DayVector.of((byte[]) columns[3])));
                if (isNursed) {
                    nursing.nurse(day, resource, capacity, (any, nurse) -> nurses.computeIfAbsent(
                                    any, none -> new ArrayList<>())
                            .add(nurse));
                }
            }
        }
        held.forEach(loads::hold);
        if (isNursed) {
            putNursing(loads, nurses, stays(nursing, from, to));
        }
        return loads;
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private void putNursing(Loads loads, Map<LocalDate, List<Nurse>> nurses, Map<LocalDate, List<Stay>> stays) {
        nurses.forEach((day, there) -> {
            List<Stay> visits = stays.getOrDefault(day, List.of());
            loads.putNursing(day, new NursingLoad(there, visits, visits.isEmpty() ? List.of() : begun.on(day)));
        });
    }

    /** The infusions of a span of days, both ends inclusive, as they claim care; one row for each. */
    private Map<LocalDate, List<Stay>> stays(NursingRows nursing, LocalDate from, LocalDate to) {
        Map<LocalDate, List<Stay>> stays = new HashMap<>();
        long care = nursing.care().orElseThrow();
        for (Object row : em.createNativeQuery(STAYS)
                .setParameter(1, care)
                .setParameter(2, Date.valueOf(from))
                .setParameter(3, Date.valueOf(to))
                .getResultList()) {
            Object[] columns = (Object[]) row;
            LocalDate day = ((Date) columns[0]).toLocalDate();
            List<Claim> claims = new ArrayList<>();
            for (String claim : ((String) columns[2]).split(",")) {
                String[] numbers = claim.split(" ");
                claims.add(new Claim(
                        day,
                        care,
                        new QuarterHours(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])),
                        Integer.parseInt(numbers[2])));
            }
            Stay.of(((Number) columns[1]).longValue(), claims, care)
                    .forEach((any, found) -> stays.computeIfAbsent(day, none -> new ArrayList<>())
                            .addAll(found));
        }
        return stays;
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
        NursingRows nursing = NursingRows.of(resources.all());
        Loads loads = new Loads(nursing);
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
        nursing.care()
                .ifPresent(care -> touched.forEach((day, resources) -> {
                    if (resources.contains(care)) {
                        putNursing(loads, nurses(nursing, day), stays(nursing, day, day));
                    }
                }));
        return new LockedDays(rows, loads);
    }

    /** Nobody changes a nurse's day without the lock of the pools of that day, which is ours by now. */
    private Map<LocalDate, List<Nurse>> nurses(NursingRows nursing, LocalDate day) {
        Map<LocalDate, List<Nurse>> nurses = new HashMap<>();
        if (!nursing.names().isEmpty()) {
            em.createQuery(
                            "select d.resource, d.capacity from ResourceDay d"
                                    + " where d.day = :day and d.resource in :nurses",
                            Object[].class)
                    .setParameter("day", day)
                    .setParameter("nurses", nursing.names().keySet())
                    .getResultList()
                    .forEach(row -> nursing.nurse(
                            day, (Long) row[0], (DayVector) row[1], (any, nurse) -> nurses.computeIfAbsent(
                                            day, none -> new ArrayList<>())
                                    .add(nurse)));
        }
        return nurses;
    }

    /** The stays of a visit by its claims; one for an infusion, none otherwise. */
    public List<Stay> stays(long visit, Collection<Claim> claims) {
        return NursingRows.of(resources.all()).stays(visit, claims).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The nurses of a day with the infusions they have to take; without any lock. */
    public NursingLoad nursingOn(LocalDate day) {
        NursingRows nursing = NursingRows.of(resources.all());
        return nursing.care().isPresent()
                ? new NursingLoad(
                        nurses(nursing, day).getOrDefault(day, List.of()),
                        stays(nursing, day, day).getOrDefault(day, List.of()),
                        begun.on(day))
                : NursingLoad.NOTHING;
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
