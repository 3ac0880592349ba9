package clinic.booking;

import java.time.LocalDateTime;
import java.util.List;

/** Asked before a visit is moved by itself: what else speaks against its new time, such as the gaps of its series. */
public interface Objection {
    /** Everything that speaks against it; only a prescriber sets it aside. */
    List<Refusal> to(CourseVisit visit, LocalDateTime start);
}
