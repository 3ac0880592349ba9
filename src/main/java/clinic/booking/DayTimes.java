package clinic.booking;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.Slot;
import java.time.LocalDate;
import java.util.List;

/**
 * The free times of one day, or why it has none.
 *
 * @param state why there are no times, or that there are
 * @param closed why the clinic is closed, when that is the reason
 */
public record DayTimes(
        LocalDate day, State state, List<Slot> slots, java.util.Optional<ClinicCalendar.Day.Closed> closed) {
    /** Whether a day has times, and if not why. */
    public enum State {
        FREE,
        FULL,
        CLOSED,
        /** Past, or too soon for what is left of it. */
        OVER,
        BEYOND_HORIZON
    }
}
