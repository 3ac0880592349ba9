package clinic.booking;

import java.time.LocalDate;
import java.util.List;

/** Asked before a visit is moved by itself: what else speaks against its new time, such as the gaps of its series. */
public interface Objection {
    /** Everything that speaks against its day; what of it is a house rule, only a prescriber sets aside. */
    List<Refusal> to(CourseVisit visit, LocalDate day);
}
