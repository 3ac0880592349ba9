package clinic.web;

import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Clinical limits as they stand in a form: what was typed, field by field. A field left empty is no limit. */
final class LimitsForm {
    private LimitsForm() {}

    static Map<String, String> of(ClinicalLimits limits) {
        Map<String, String> typed = new HashMap<>();
        limits.values().forEach((limit, value) -> typed.put(limit.word(), Integer.toString(value)));
        return typed;
    }

    /** What is no number is refused by {@link TypedNumbers#check}; whether the limits make sense the desk says. */
    static ClinicalLimits read(TypedNumbers typed) {
        Map<Limit, Integer> values = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            if (!typed.text(limit.word()).isEmpty()) {
                values.put(limit, typed.whole(limit.word()));
            }
        }
        return new ClinicalLimits(values);
    }
}
