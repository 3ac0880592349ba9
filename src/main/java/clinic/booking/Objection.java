package clinic.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Asked before a visit is moved by itself: what else speaks against its new day, such as the gaps of its series. */
public interface Objection {
    /**
     * Read once, and then asked about any number of days: everything that speaks against one. What of it is a house rule,
     * only a prescriber sets aside.
     */
    Function<LocalDate, List<Refusal>> to(CourseVisit visit);
}
