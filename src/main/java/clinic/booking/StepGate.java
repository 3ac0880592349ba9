package clinic.booking;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asked before a step with a visit of a series: what must be so first and is not. A prescriber may override it. */
public interface StepGate {
    /** What no word of a prescriber replaces: it is seen to, or there is no such visit. */
    Set<Reason> NEVER_SET_ASIDE =
            EnumSet.of(Reason.REPLACED, Reason.SERIES_ENDED, Reason.MINOR, Reason.NURSE_NOT_ASSIGNED);

    /** What will be missing for visits of today, by visit; for a board, however many they are. */
    Map<Long, List<Missing>> missing(List<Treated> today);

    /** Everything that is missing, with {@code gates} as its field; nothing for a step it does not guard. */
    List<Refusal> unmet(Edge edge, Treated visit);
}
