package clinic.booking;

import java.util.Arrays;
import java.util.Optional;

/** Whose wish a cancellation was. A patient's can be late; what the clinic cancels never costs her anything. */
public enum Canceller {
    PATIENT,
    CLINIC;

    public static Optional<Canceller> find(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
