package clinic.planner;

import java.util.Map;

/**
 * One thing that could be given up so that a plan becomes possible.
 *
 * @param facts what the sentence needs: the weekday, the hour, the date
 */
public record Relaxation(Kind kind, Map<String, Object> facts) {
    /** What is given up, the easiest first; the last two are a prescriber's to give. */
    public enum Kind {
        /** One weekday more. */
        WEEKDAY,
        ANY_WEEKDAY,
        /** From an earlier hour on. */
        FROM,
        /** Until a later hour. */
        UNTIL,
        ANY_TIME_OF_DAY,
        /** One of the dates she would rather avoid. */
        DATE,
        NO_DATE_AVOIDED,
        /** Begin on an earlier day. */
        BEGIN,
        /** End on a later day. */
        END,
        GAP_ONE_DAY_LONGER,
        WINDOW_ONE_WEEK_LONGER
    }

    public Relaxation {
        facts = Map.copyOf(facts);
    }

    static Relaxation of(Kind kind) {
        return new Relaxation(kind, Map.of());
    }

    static Relaxation of(Kind kind, Object value) {
        return new Relaxation(kind, Map.of("value", value));
    }
}
