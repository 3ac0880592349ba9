package clinic.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;

/** A time at the clinic: a day and a half-open span of its wall clock. The instant follows from the clinic's zone. */
public record Slot(LocalDate day, QuarterHours span) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER = Comparator.comparing(Slot::day)
            .thenComparingInt(slot -> slot.span().start())
            .thenComparingInt(slot -> slot.span().end());

    /** The start on the clinic's wall clock. */
    public LocalDateTime startsAt() {
        return day.atTime(span.startsAt());
    }

    public ZonedDateTime start(ZoneId zone) {
        return startsAt().atZone(zone);
    }

    /** The exclusive end, on the wall clock: an hour's change within the slot does not shorten the visit on paper. */
    public ZonedDateTime end(ZoneId zone) {
        return span.end() == QuarterHours.PER_DAY
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(span.endsAt()).atZone(zone);
    }

    /** Whether they have a quarter-hour in common. */
    public boolean overlaps(Slot other) {
        return day.equals(other.day) && span.overlaps(other.span);
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
