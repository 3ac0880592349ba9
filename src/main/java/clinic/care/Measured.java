package clinic.care;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.protocol.ClinicalLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was measured; empty where nothing was.
 *
 * @param systolic mmHg
 * @param diastolic mmHg
 * @param pulse beats a minute
 * @param saturation percent
 * @param weight grams
 */
public record Measured(
        OptionalInt systolic, OptionalInt diastolic, OptionalInt pulse, OptionalInt saturation, OptionalInt weight) {
    public static final Measured NOTHING = new Measured(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private static final String WEIGHT = "weight";
    private static final Weight LIGHTEST = new Weight(20_000);
    private static final Weight HEAVIEST = new Weight(400_000);

    public static Measured vitals(int systolic, int diastolic, int pulse, int saturation) {
        return new Measured(
                OptionalInt.of(systolic),
                OptionalInt.of(diastolic),
                OptionalInt.of(pulse),
                OptionalInt.of(saturation),
                OptionalInt.empty());
    }

    public static Measured weight(int grams) {
        return new Measured(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(grams));
    }

    public OptionalInt value(Vital vital) {
        return switch (vital) {
            case SYSTOLIC -> systolic;
            case DIASTOLIC -> diastolic;
            case PULSE -> pulse;
            case SATURATION -> saturation;
        };
    }

    Optional<Weight> asWeight() {
        return weight.isPresent() ? Optional.of(new Weight(weight.getAsInt())) : Optional.empty();
    }

    /**
     * The values outside the limits, in the order of a set of vitals.
     *
     * @param infusing whether the limits are those during an infusion
     */
    List<OutOfLimits> outside(ClinicalLimits limits, boolean infusing) {
        return Arrays.stream(Vital.values())
                .filter(vital -> value(vital).isPresent())
                .flatMap(vital -> vital.judge(value(vital).getAsInt(), limits, infusing).stream())
                .toList();
    }

    /** What no body has, what a kind of check cannot do without, and what is no part of it. */
    List<Refusal> refusals(CheckKind kind) {
        List<Refusal> refusals = new ArrayList<>();
        for (Vital vital : Vital.values()) {
            part(refusals, vital.word(), value(vital), kind == CheckKind.VITALS);
            value(vital).ifPresent(value -> {
                if (kind == CheckKind.VITALS && (value < vital.least() || value > vital.most())) {
                    refusals.add(implausible(vital, value));
                }
            });
        }
        part(refusals, WEIGHT, weight, kind == CheckKind.WEIGHT);
        asWeight()
                .filter(each -> kind == CheckKind.WEIGHT
                        && (each.grams() < LIGHTEST.grams() || each.grams() > HEAVIEST.grams()))
                .ifPresent(each -> refusals.add(new Refusal(
                        Reason.OUT_OF_RANGE,
                        WEIGHT,
                        Map.of(
                                "text",
                                WEIGHT,
                                "value",
                                each.toString(),
                                "least",
                                LIGHTEST.toString(),
                                "most",
                                HEAVIEST.toString()))));
        if (refusals.isEmpty() && kind == CheckKind.VITALS && diastolic.getAsInt() >= systolic.getAsInt()) {
            refusals.add(new Refusal(
                    Reason.DIASTOLIC_NOT_BELOW_SYSTOLIC,
                    Vital.DIASTOLIC.word(),
                    Map.of("value", diastolic.getAsInt(), "systolic", systolic.getAsInt())));
        }
        return refusals;
    }

    private static void part(List<Refusal> refusals, String field, OptionalInt value, boolean wanted) {
        if (wanted != value.isPresent()) {
            refusals.add(Refusal.of(wanted ? Reason.REQUIRED : Reason.UNKNOWN_FIELD, field));
        }
    }

    private static Refusal implausible(Vital vital, int value) {
        return new Refusal(
                Reason.OUT_OF_RANGE,
                vital.word(),
                Map.of(
                        "text",
                        "vital",
                        "vital",
                        vital,
                        "unit",
                        vital.unit(),
                        "value",
                        shown(value),
                        "least",
                        vital.least(),
                        "most",
                        vital.most()));
    }

    /** A number with more digits than are read was cut: it is not what was typed. */
    private static String shown(int value) {
        return value == Integer.MAX_VALUE
                ? "> 999999999"
                : value == Integer.MIN_VALUE ? "< -999999999" : Integer.toString(value);
    }
}
