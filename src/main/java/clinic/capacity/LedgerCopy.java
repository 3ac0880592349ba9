package clinic.capacity;

import clinic.capacity.LedgerAudit.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some days of the ledger as they stood at one moment: rows, and the claims that lie on them. A value.
 *
 * @param nursing which of the rows are nurses
 * @param begun visits that have begun; they are not affected before those that have not
 */
record LedgerCopy(List<ResourceDay> rows, List<Held> held, NursingRows nursing, List<NursingLoad.Begun> begun) {

    /** A visit is affected if it does not fit on a row it claims, or if no nurse can take it. */
    LedgerAudit.Report audited() {
        return LedgerAudit.compare(rows, held).with(withoutANurse());
    }

    private Set<Long> withoutANurse() {
        Map<Long, List<Claim>> visits = new HashMap<>();
        held.forEach(each -> visits.computeIfAbsent(each.appointment(), any -> new ArrayList<>())
                .add(each.claim()));
        Map<LocalDate, List<Stay>> stays = new HashMap<>();
        visits.forEach((visit, claims) -> nursing.stays(visit, claims)
                .forEach((day, there) ->
                        stays.computeIfAbsent(day, any -> new ArrayList<>()).addAll(there)));
        Map<LocalDate, List<Nurse>> nurses = stays.isEmpty() ? Map.of() : nursing.nurses(rows);
        Set<Long> affected = new HashSet<>();
        stays.forEach((day, there) ->
                affected.addAll(new NursingLoad(nurses.getOrDefault(day, List.of()), there, begun).affected()));
        return affected;
    }

    /** The same days with other capacities; what is taken stays taken. */
    LedgerCopy offering(Map<ResourceDay.Key, DayVector> capacities) {
        List<ResourceDay> changed = rows.stream()
                .map(row -> new ResourceDay(
                        row.day(),
                        row.resource(),
                        capacities.getOrDefault(new ResourceDay.Key(row.day(), row.resource()), row.capacity()),
                        row.used()))
                .toList();
        return new LedgerCopy(changed, held, nursing, begun);
    }

    /** The visits that still fit now and no longer would; the one function behind showing a change and making it. */
    Set<Long> strandedBy(Map<ResourceDay.Key, DayVector> capacities) {
        Set<Long> stranded = new TreeSet<>(offering(capacities).audited().stranded());
        audited().stranded().forEach(stranded::remove);
        return stranded;
    }
}
