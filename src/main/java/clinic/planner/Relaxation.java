package clinic.planner;

import clinic.protocol.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that could be given up so that a plan becomes possible.
 *
 * @param facts what the sentence needs: the weekday, the hour, the date
 */
public record Relaxation(Kind kind, Map<String, Object> facts) {
    /** What is given up, the easiest first; the last three are a prescriber's to give. */
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
        ONE_WEEKEND_MORE,
        WINDOW_ONE_WEEK_LONGER
    }

    private static final int A_WEEK = 7;

    public Relaxation {
        facts = Map.copyOf(facts);
    }

    static Relaxation of(Kind kind) {
        return new Relaxation(kind, Map.of());
    }

    static Relaxation of(Kind kind, Object value) {
        return new Relaxation(kind, Map.of("value", value));
    }

    /** What a prescriber could give, and what the recipe would be then. */
    public static Map<Relaxation, Protocol> byPrescriber(Protocol protocol) {
        Map<Relaxation, Protocol> relaxed = new LinkedHashMap<>();
        if (protocol.visits() > 1) {
            relaxed.put(
                    of(Kind.GAP_ONE_DAY_LONGER), protocol.within(protocol.gap().oneDayLonger(), protocol.windowDays()));
            if (protocol.mostWeekendSplits() < Protocol.ANY_SPLITS) {
                relaxed.put(of(Kind.ONE_WEEKEND_MORE), protocol.acrossOneMoreWeekend());
            }
            relaxed.put(
                    of(Kind.WINDOW_ONE_WEEK_LONGER), protocol.within(protocol.gap(), protocol.windowDays() + A_WEEK));
        }
        return relaxed;
    }
}
