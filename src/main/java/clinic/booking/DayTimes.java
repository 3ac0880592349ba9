package clinic.booking;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The free times of one day, or why it has none.
 *
 * @param state why there are no times, or that there are
 * @param closed why the clinic is closed, when that is the reason
 */
public record DayTimes(LocalDate day, State state, List<Slot> slots, Optional<ClinicCalendar.Day.Closed> closed) {
    /** The same with the times that suit; a day that had times and has none left is full. */
    DayTimes suiting(Predicate<Slot> suits) {
        List<Slot> left = slots.stream().filter(suits).toList();
        return new DayTimes(day, state == State.FREE && left.isEmpty() ? State.FULL : state, left, closed);
    }

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
