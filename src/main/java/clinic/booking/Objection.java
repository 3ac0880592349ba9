package clinic.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Asked before a visit has a day, or counts again: what else speaks against it, such as the gaps of its series. */
public interface Objection {
    /**
     * Read once, and then asked about any number of days: everything that speaks against one. What of it is a house rule,
     * only a prescriber sets aside.
     */
    Function<LocalDate, List<Refusal>> to(Coming visit);
}
