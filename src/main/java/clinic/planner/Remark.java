package clinic.planner;

import java.util.Map;

/**
 * One thing worth saying about a plan.
 *
 * @param facts what the sentence needs
 */
public record Remark(Kind kind, Map<String, Object> facts) {
    /** In the order in which they matter. */
    public enum Kind {
        GAPS_BEST,
        GAPS,
        SAME_TIME,
        TIMES,
        AS_PREFERRED,
        WEEKDAYS,
        QUIET,
        CROWDED,
        ROOMS_KEPT,
        FINISH,
        ONE_VISIT
    }

    public Remark {
        facts = Map.copyOf(facts);
    }

    static Remark of(Kind kind) {
        return new Remark(kind, Map.of());
    }
}
