package clinic.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * Which rows of the ledger are nurses, and of which one infusions claim their care.
 *
 * @param care nothing in a house without pools: it treats nobody
 * @param names of the nurses, by id
 */
record NursingRows(OptionalLong care, Map<Long, String> names) {
    static final NursingRows NONE = new NursingRows(OptionalLong.empty(), Map.of());

    NursingRows {
        names = Map.copyOf(names);
    }

    static NursingRows of(Collection<Resource> all) {
        Map<Long, String> names = new HashMap<>();
        OptionalLong care = OptionalLong.empty();
        for (Resource resource : all) {
            if (resource.kind() == ResourceKind.NURSE) {
                names.put(resource.id(), resource.name());
            } else if (resource.kind() == ResourceKind.CARE) {
                care = OptionalLong.of(resource.id());
            }
        }
        return new NursingRows(care, names);
    }

    /** The days of some rows, each with the nurses among them. */
    Map<LocalDate, List<Nurse>> nurses(Collection<ResourceDay> rows) {
        Map<LocalDate, List<Nurse>> days = new HashMap<>();
        rows.forEach(row -> nurse(row.day(), row.resource(), row.capacity(), (day, nurse) -> days.computeIfAbsent(
                        day, any -> new ArrayList<>())
                .add(nurse)));
        return days;
    }

    void nurse(LocalDate day, long resource, DayVector capacity, BiConsumer<LocalDate, Nurse> found) {
        if (names.containsKey(resource)) {
            found.accept(day, new Nurse(resource, names.get(resource), capacity));
        }
    }

    /** The stays of a visit's claims, by day; empty for a visit that is no infusion. */
    Map<LocalDate, List<Stay>> stays(long visit, Collection<Claim> claims) {
        return care.isPresent() ? Stay.of(visit, claims, care.getAsLong()) : Map.of();
    }
}
