package clinic.booking;

import clinic.calendar.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When patients are at the clinic anyway: whatever is offered to one of them must not lie across another visit of hers.
 * Pure.
 */
record OtherVisits(List<Hers> all) {

    /** A visit that takes its patient's time. */
    record Hers(long patient, long visit, Slot slot) {}

    /** Whether she is free to come then for a visit; its own time does not count against it. */
    boolean leave(long patient, long visit, Slot slot) {
        return all.stream()
                .noneMatch(hers -> hers.patient() == patient
                        && hers.visit() != visit
                        && hers.slot().overlaps(slot));
    }

    /** The same without those that give up their time. */
    OtherVisits without(Set<Long> visits) {
        return new OtherVisits(
                all.stream().filter(hers -> !visits.contains(hers.visit())).toList());
    }

    /** The same with another one, which she may have soon. */
    OtherVisits with(long patient, long visit, Slot slot) {
        List<Hers> more = new ArrayList<>(all);
        more.add(new Hers(patient, visit, slot));
        return new OtherVisits(more);
    }
}
