package clinic.infusion;

import clinic.calendar.Slot;
import clinic.capacity.Resource;
import java.util.List;

/**
 * A series with visits whose time was taken away: a value for pages and JSON.
 *
 * @param phone of the patient; empty if she gave none
 * @param lost those visits, in order
 */
public record BrokenSeries(
        long series, String protocol, long patient, String firstName, String lastName, String phone, List<Lost> lost) {
    public BrokenSeries {
        lost = List.copyOf(lost);
    }

    /**
     * A visit that lost its time.
     *
     * @param hers whether it is given another one only if she agrees: it is near, or she confirmed it
     */
    public record Lost(int no, Slot slot, Resource room, boolean hers) {}
}
