package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When an infusion may begin at the time it was booked for: from some minutes before its patient was to come to some
 * minutes after it was to begin. Outside of that it is moved to now first, for its room, its nurse and its prescriber
 * are kept for another time. Pure.
 */
public final class StartWindow {
    private StartWindow() {}

    /**
     * Where an infusion goes that begins now: the quarter-hour that has begun.
     *
     * @param most how far off its slot it may begin, before and after
     * @param now on the clinic's wall clock
     * @return empty if it begins where it is
     */
    public static Optional<LocalDateTime> movesTo(Slot slot, Treatment treatment, Duration most, ZonedDateTime now) {
        ZonedDateTime arrival = slot.start(now.getZone());
        ZonedDateTime begin = arrival.plusMinutes((long) treatment.prep() * QuarterHours.MINUTES);
        boolean near = !now.isBefore(arrival.minus(most)) && !now.isAfter(begin.plus(most));
        return near ? Optional.empty() : Optional.of(quarterOf(now.toLocalDateTime()));
    }

    private static LocalDateTime quarterOf(LocalDateTime moment) {
        int minute = moment.getMinute() - moment.getMinute() % QuarterHours.MINUTES;
        return moment.toLocalDate().atTime(moment.getHour(), minute);
    }
}
