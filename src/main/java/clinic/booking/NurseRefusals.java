package clinic.booking;

import clinic.capacity.Broken;
import clinic.capacity.Nurse;
import clinic.capacity.Ratio;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What one nurse cannot do, as a refusal. */
public final class NurseRefusals {
    private NurseRefusals() {}

    /**
     * @param field what it speaks of
     * @param possible who could take the visit instead; empty if that is not known, or no one can
     */
    public static Refusal of(Broken broken, String field, Collection<Nurse> possible) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "nurse",
                broken.nurse().name(),
                "from",
                broken.at().startsAt(),
                "to",
                broken.at().endsAt(),
                "units",
                Ratio.UNITS,
                "heads",
                Ratio.HEADS));
        if (!possible.isEmpty()) {
            facts.put("name", possible.stream().map(Nurse::name).toList());
        }
        return new Refusal(reason(broken.rule()), field, facts);
    }

    private static Reason reason(Broken.Rule rule) {
        return switch (rule) {
            case AWAY -> Reason.NURSE_AWAY;
            case ON_BREAK -> Reason.NURSE_ON_BREAK;
            case TWO_AT_ONCE -> Reason.NURSE_TWO_AT_ONCE;
            case UNITS -> Reason.NURSE_UNITS;
            case HEADS -> Reason.NURSE_HEADS;
            case BREAK_UNCOVERED -> Reason.NURSE_BREAK_UNWATCHED;
        };
    }
}
