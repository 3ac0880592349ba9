package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All there is against a day for a visit, besides the ledger and the patient's other visits. */
@ApplicationScoped
class Objections {
    @Inject
    private Instance<Objection> all;

    /** By day; each day is thought about once. */
    Function<LocalDate, List<Refusal>> to(Coming visit) {
        List<Function<LocalDate, List<Refusal>>> each =
                all.stream().map(objection -> objection.to(visit)).toList();
        Map<LocalDate, List<Refusal>> known = new HashMap<>();
        return day -> known.computeIfAbsent(
                day,
                any -> each.stream().flatMap(one -> one.apply(any).stream()).toList());
    }
}
