package clinic.booking;

import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;

/**
 * One no, as a value.
 *
 * @param field what it speaks of, as a path like {@code patient.email}
 * @param facts what the sentence needs: a bound, an hour, a name; {@code text} chooses among the sentences of a reason
 */
public record Refusal(Reason reason, String field, Map<String, Object> facts) {
    /** The field of the time asked for. */
    public static final String START = "start";

    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal of(Reason reason, String field) {
        return new Refusal(reason, field, Map.of());
    }

    /** What was sent is none of the codes there are: the sentence lists them. */
    public static Refusal unknownCode(String field, Collection<? extends Enum<?>> codes) {
        return new Refusal(
                Reason.UNKNOWN_CODE,
                field,
                Map.of("text", "of", "codes", codes.stream().map(Enum::name).toList()));
    }

    static Refusal ofStart(Reason reason, Map<String, Object> facts) {
        return new Refusal(reason, START, facts);
    }

    static Refusal outsideHours(LocalTime opens, LocalTime closes) {
        return ofStart(Reason.OUTSIDE_HOURS, Map.of("opens", opens, "closes", closes));
    }
}
