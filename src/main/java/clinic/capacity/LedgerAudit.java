package clinic.capacity;

import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The proof, at any time and on a live system, that the ledger tells the truth: claims add up to what is used, and what
 * is used fits, except for visits whose capacity was taken away after they were booked.
 */
@ApplicationScoped
public class LedgerAudit {
    private static final String ROWS_WITH_CLAIMS =
            "select d.day, d.resource_id, d.capacity, d.used, c.appointment_id, c.start_q, c.end_q, c.amount"
                    + " from resource_day d left join claim c on c.day = d.day and c.resource_id = d.resource_id"
                    + " where d.day >= ? and d.day < ?"
                    + " union all"
                    + " select c.day, c.resource_id, null, null, c.appointment_id, c.start_q, c.end_q, c.amount"
                    + " from claim c left join resource_day d on d.day = c.day and d.resource_id = c.resource_id"
                    + " where c.day >= ? and c.day < ? and d.day is null";

    /** A weekend between two days costs less to read along than to ask a second time. */
    private static final int DAYS_READ_ALONG = 2;

    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Resources resources;

    @Inject
    private BegunVisits begun;

    @Inject
    private ClinicProfile profile;

    /** A claim and the appointment it belongs to. */
    public record Held(long appointment, Claim claim) {}

    /** A row whose {@code used} is not the sum of its claims. */
    public record Mismatch(LocalDate day, long resource, DayVector used, DayVector claimed) {}

    /**
     * @param consistent sums match, and every overload is explained by the stranded
     * @param stranded appointments that no longer fit; the latest-booked first, until the rest fits
     */
    public record Report(boolean consistent, int days, int claims, List<Mismatch> mismatches, List<Long> stranded) {
        /** The same with more visits that no longer fit. */
        Report with(Set<Long> more) {
            Set<Long> all = new TreeSet<>(Comparator.reverseOrder());
            all.addAll(stranded);
            all.addAll(more);
            return new Report(consistent, days, claims, mismatches, List.copyOf(all));
        }
    }

    /** Audits every day from {@code from} on, inclusive. */
    @Transactional
    public Report audit(LocalDate from) {
        return copy(from, END_OF_TIME).audited();
    }

    /** The visits of {@code [from, to)} that no longer fit. */
    @Transactional
    public Set<Long> stranded(LocalDate from, LocalDate to) {
        return Set.copyOf(copy(from, to).audited().stranded());
    }

    /** The visits of some days that no longer fit; days in between that nobody asks about are not read. */
    @Transactional
    public Set<Long> stranded(SortedSet<LocalDate> days) {
        Set<Long> stranded = new HashSet<>();
        stretches(days).forEach(stretch -> stranded.addAll(stranded(stretch.from(), stretch.to())));
        return stranded;
    }

    /** {@code [from, to)} */
    record Days(LocalDate from, LocalDate to) {}

    static List<Days> stretches(SortedSet<LocalDate> days) {
        List<Days> stretches = new ArrayList<>();
        for (LocalDate day : days) {
            int last = stretches.size() - 1;
            if (last >= 0 && !day.isAfter(stretches.get(last).to().plusDays(DAYS_READ_ALONG))) {
                stretches.set(last, new Days(stretches.get(last).from(), day.plusDays(1)));
            } else {
                stretches.add(new Days(day, day.plusDays(1)));
            }
        }
        return stretches;
    }

    /** What stands in the ledger for {@code [from, to)}: one statement, hence one moment, however busy the desk is. */
    LedgerCopy copy(LocalDate from, LocalDate to) {
        Map<ResourceDay.Key, ResourceDay> rows = new HashMap<>();
        List<Held> held = new ArrayList<>();
        for (Object row : em.createNativeQuery(ROWS_WITH_CLAIMS)
                .setParameter(1, Date.valueOf(from))
                .setParameter(2, Date.valueOf(to))
                .setParameter(3, Date.valueOf(from))
                .setParameter(4, Date.valueOf(to))
                .getResultList()) {
            Object[] columns = (Object[]) row;
            LocalDate day = ((Date) columns[0]).toLocalDate();
            long resource = ((Number) columns[1]).longValue();
            if (columns[2] != null) {
                rows.computeIfAbsent(
                        new ResourceDay.Key(day, resource),
                        key -> new ResourceDay(
                                day, resource, DayVector.of((byte[]) columns[2]), DayVector.of((byte[]) columns[3])));
            }
            if (columns[4] != null) {
                QuarterHours span =
                        new QuarterHours(((Number) columns[5]).intValue(), ((Number) columns[6]).intValue());
                held.add(new Held(
                        ((Number) columns[4]).longValue(),
                        new Claim(day, resource, span, ((Number) columns[7]).intValue())));
            }
        }
        LocalDate today = profile.today();
        return new LedgerCopy(
                List.copyOf(rows.values()),
                held,
                NursingRows.of(resources.asStored()),
                from.isAfter(today) || !to.isAfter(today) ? List.of() : begun.on(today));
    }

    static Report compare(List<ResourceDay> rows, List<Held> held) {
        Map<ResourceDay.Key, List<Held>> byRow = held.stream()
                .collect(Collectors.groupingBy(each ->
                        new ResourceDay.Key(each.claim().day(), each.claim().resource())));
        List<Mismatch> mismatches = new ArrayList<>();
        Set<Long> stranded = new TreeSet<>(Comparator.reverseOrder());
        Set<ResourceDay.Key> seen = new HashSet<>();
        for (ResourceDay row : rows) {
            ResourceDay.Key key = new ResourceDay.Key(row.day(), row.resource());
            seen.add(key);
            List<Held> here = byRow.getOrDefault(key, List.of());
            DayVector claimed = sum(here);
            if (!claimed.equals(row.used())) {
                mismatches.add(new Mismatch(row.day(), row.resource(), row.used(), claimed));
            }
            stranded.addAll(strandedIn(row.capacity(), here));
        }
        byRow.keySet().stream().filter(key -> !seen.contains(key)).forEach(key -> {
            Claim claim = byRow.get(key).get(0).claim();
            mismatches.add(new Mismatch(claim.day(), claim.resource(), DayVector.EMPTY, sum(byRow.get(key))));
        });
        return new Report(mismatches.isEmpty(), rows.size(), held.size(), mismatches, List.copyOf(stranded));
    }

    private static DayVector sum(List<Held> held) {
        DayVector sum = DayVector.EMPTY;
        for (Held each : held) {
            sum = sum.plus(each.claim().span(), each.claim().amount());
        }
        return sum;
    }

    /** Who booked first keeps the time; whoever no longer fits beside the earlier ones is stranded. */
    private static Set<Long> strandedIn(DayVector capacity, List<Held> here) {
        Set<Long> stranded = new HashSet<>();
        Map<Long, List<Claim>> visits = new HashMap<>();
        here.forEach(each -> visits.computeIfAbsent(each.appointment(), any -> new ArrayList<>())
                .add(each.claim()));
        DayVector used = DayVector.EMPTY;
        for (long visit : new TreeSet<>(visits.keySet())) {
            Load load = new Load(capacity, used, DayVector.EMPTY);
            if (visits.get(visit).stream().allMatch(claim -> load.fits(claim.span(), claim.amount()))) {
                for (Claim claim : visits.get(visit)) {
                    used = used.plus(claim.span(), claim.amount());
                }
            } else {
                stranded.add(visit);
            }
        }
        return stranded;
    }
}
