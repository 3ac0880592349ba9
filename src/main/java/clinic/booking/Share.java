package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Resource;

/**
 * So much of a pool for a part of a visit.
 *
 * @param from quarter-hours after the visit begins
 * @param to quarter-hours after it begins, exclusive
 */
record Share(Resource pool, int from, int to, int amount) {
    Claim of(Slot slot) {
        int start = slot.span().start();
        return new Claim(slot.day(), pool.id(), new QuarterHours(start + from, start + to), amount);
    }
}
