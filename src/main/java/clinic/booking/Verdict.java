package clinic.booking;

import clinic.calendar.Slot;
import java.util.List;
import java.util.Set;

/**
 * What speaks against a time, before anything is changed.
 *
 * @param refusals all broken rules, the weightiest first; empty when it may be had
 * @param alternatives the nearest legal times, in order of the calendar; empty when it may be had
 */
public record Verdict(List<Refusal> refusals, List<Slot> alternatives) {
    /** House rules, which some roles may set aside with a reason. What is capacity nobody sets aside. */
    static final Set<Reason> OVERRIDABLE = Set.of(
            Reason.NOT_ON_GRID,
            Reason.BEYOND_HORIZON,
            Reason.GAP_TOO_SHORT,
            Reason.GAP_TOO_LONG,
            Reason.WINDOW_EXCEEDED,
            Reason.WEEKEND_BETWEEN);

    public boolean isAllowed() {
        return refusals.isEmpty();
    }

    /** Whether only house rules stand against it. */
    public boolean isOverridable() {
        return !isAllowed() && refusals.stream().map(Refusal::reason).allMatch(OVERRIDABLE::contains);
    }
}
