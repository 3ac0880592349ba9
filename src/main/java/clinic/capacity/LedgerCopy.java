package clinic.capacity;

import clinic.capacity.LedgerAudit.Held;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Some days of the ledger as they stood at one moment: rows, and the claims that lie on them. A value. */
record LedgerCopy(List<ResourceDay> rows, List<Held> held) {

    LedgerAudit.Report audited() {
        return LedgerAudit.compare(rows, held);
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
        return new LedgerCopy(changed, held);
    }

    /** The visits that still fit now and no longer would; the one function behind showing a change and making it. */
    Set<Long> strandedBy(Map<ResourceDay.Key, DayVector> capacities) {
        Set<Long> stranded = new TreeSet<>(offering(capacities).audited().stranded());
        audited().stranded().forEach(stranded::remove);
        return stranded;
    }
}
