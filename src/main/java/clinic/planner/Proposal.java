package clinic.planner;

import clinic.calendar.Slot;
import clinic.capacity.Resource;
import java.util.List;

/**
 * A complete plan for somebody to look at: nothing of it is booked.
 *
 * @param gaps between its visits, by the days of its protocol
 * @param reasons what speaks for it and against it, the weightiest first
 */
public record Proposal(List<Visit> visits, List<Integer> gaps, PlanCost cost, List<Remark> reasons) {
    /**
     * One visit of it.
     *
     * @param no from 1
     * @param firm whether it stands whatever is decided at the first checkpoint
     */
    public record Visit(int no, Slot slot, Resource room, boolean firm) {}

    public Proposal {
        visits = List.copyOf(visits);
        gaps = List.copyOf(gaps);
        reasons = List.copyOf(reasons);
    }
}
