package clinic.care;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.Locale;
import java.util.Map;

/**
 * A value that lies outside its limits.
 *
 * @param value as it was measured
 * @param limit the one it broke, in the same unit
 */
public record OutOfLimits(Vital vital, int value, int limit, Side side) {
    /** On which side. */
    public enum Side {
        /** Below the lower limit. */
        LOW,
        /** At the upper limit or above. */
        HIGH,
        /** Above the upper limit. */
        OVER;

        /** The last part of a text's key. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Refusal refusal() {
        return new Refusal(
                Reason.VITALS_OUT_OF_RANGE,
                vital.word(),
                Map.of("text", side.word(), "vital", vital, "unit", vital.unit(), "value", value, "limit", limit));
    }
}
