package clinic.booking;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happens to the visits of one patient's series in one act: all of it or nothing.
 *
 * @param patient whose row the caller has locked
 * @param made new visits
 * @param moved visits at another time or in another room
 * @param dropped visits that are cancelled
 */
public record CourseChange(long patient, List<Made> made, List<Moved> moved, List<Dropped> dropped) {

    /**
     * @param start on the clinic's wall clock
     * @param room the one it must be in, if it must
     */
    public record Made(CourseVisit visit, Treatment treatment, LocalDateTime start, OptionalLong room) {}

    /** A visit by its number, and where it goes. */
    public record Moved(int no, long appointment, LocalDateTime start, OptionalLong room) {}

    /**
     * A visit that is given up.
     *
     * @param by whose wish it is
     */
    public record Dropped(int no, long appointment, Canceller by) {
        /** A visit that falls away with what the clinic decides or plans. */
        public static Dropped byTheClinic(int no, long appointment) {
            return new Dropped(no, appointment, Canceller.CLINIC);
        }
    }

    public static CourseChange making(long patient, List<Made> made) {
        return new CourseChange(patient, made, List.of(), List.of());
    }
}
