package clinic.web;

import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Clinical limits in plain words. */
@RequestScoped
class LimitWords {
    @Inject
    private Words words;

    /** Every limit that has a value, one line each for the vitals before, the vitals during, and the care. */
    List<String> lines(ClinicalLimits limits) {
        List<String> lines = new ArrayList<>();
        lines.add(vitals("limits.before", "", limits));
        lines.add(vitals("limits.infusion", "INFUSION_", limits));
        lines.add(words.say("limits.vitals.every", limits.of(Limit.VITALS_MINUTES)));
        lines.add(words.say("limits.rechecks", limits.of(Limit.RECHECKS), limits.of(Limit.RECHECK_MINUTES)));
        lines.add(words.say("limits.weight", limits.of(Limit.WEIGHT_PERCENT)));
        lines.add(
                limits.find(Limit.OBSERVATION_MINUTES).isPresent()
                        ? words.say("limits.observation", limits.of(Limit.OBSERVATION_MINUTES))
                        : words.say("limits.observation.planned"));
        lines.add(words.say("limits.early", limits.of(Limit.EARLY_START_MINUTES)));
        return lines;
    }

    private String vitals(String key, String prefix, ClinicalLimits limits) {
        return words.say(
                key,
                limits.of(Limit.valueOf(prefix + "SYSTOLIC_LOW")),
                limits.of(Limit.valueOf(prefix + "SYSTOLIC_HIGH")),
                limits.of(Limit.valueOf(prefix + "DIASTOLIC_LOW")),
                limits.of(Limit.valueOf(prefix + "DIASTOLIC_HIGH")),
                limits.of(Limit.valueOf(prefix + "PULSE_LOW")),
                limits.of(Limit.valueOf(prefix + "PULSE_HIGH")),
                limits.of(Limit.valueOf(prefix + "SATURATION_LOW")));
    }
}
