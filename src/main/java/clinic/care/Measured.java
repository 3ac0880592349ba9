package clinic.care;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What no body has, or what a kind of check cannot do without. */
    List<Refusal> refusals(CheckKind kind) {
        List<Refusal> refusals = new ArrayList<>();
        boolean vitals = kind == CheckKind.VITALS;
        check(refusals, "systolic", systolic, vitals, 40, 300);
        check(refusals, "diastolic", diastolic, vitals, 20, 200);
        check(refusals, "pulse", pulse, vitals, 20, 250);
        check(refusals, "saturation", saturation, vitals, 50, 100);
        check(refusals, "weight", weight, kind == CheckKind.WEIGHT, 20_000, 400_000);
        return refusals;
    }

    private static void check(
            List<Refusal> refusals, String field, OptionalInt value, boolean needed, int least, int most) {
        if (value.isEmpty()) {
            if (needed) {
                refusals.add(Refusal.of(Reason.REQUIRED, field));
            }
        } else if (value.getAsInt() < least || value.getAsInt() > most) {
            refusals.add(new Refusal(Reason.OUT_OF_RANGE, field, Map.of("least", least, "most", most)));
        }
    }
}
