package clinic.booking;

import java.time.Duration;

/** How far off its slot an infusion may start: a clinical limit, kept with the protocol its series was planned by. */
public interface EarlyStart {
    /** 0 or more, the same before and after the slot's start. */
    Duration most(CourseVisit visit);
}
