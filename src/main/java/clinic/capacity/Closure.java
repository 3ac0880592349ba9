package clinic.capacity;

import clinic.calendar.QuarterHours;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Time taken away from the whole clinic or from one resource: a leaking roof, a room out of service, a sick day. */
@Entity
@Table(name = "closure")
public class Closure {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "resource_id")
    private Long resource;

    @Column(name = "starts_at")
    private LocalDateTime from;

    @Column(name = "ends_at")
    private LocalDateTime to;

    private String reason;

    protected Closure() {}

    private Closure(Long resource, LocalDateTime from, LocalDateTime to, String reason) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a closure from " + from + " to " + to + " takes no time away");
        }
        this.resource = resource;
        this.from = from;
        this.to = to;
        this.reason = reason;
    }

    /** Closes the clinic in {@code [from, to)} of its wall clock. */
    public static Closure ofTheClinic(LocalDateTime from, LocalDateTime to, String reason) {
        return new Closure(null, from, to, reason);
    }

    /** Closes one resource in {@code [from, to)} of the wall clock. */
    public static Closure of(long resource, LocalDateTime from, LocalDateTime to, String reason) {
        return new Closure(resource, from, to, reason);
    }

    public long id() {
        return id;
    }

    public String reason() {
        return reason;
    }

    /** The one it takes away; empty for the whole clinic. */
    public Optional<Long> resource() {
        return Optional.ofNullable(resource);
    }

    /** Its start on the wall clock, inclusive. */
    public LocalDateTime from() {
        return from;
    }

    /** Its end on the wall clock, exclusive. */
    public LocalDateTime to() {
        return to;
    }

    boolean concerns(long anyResource) {
        return resource == null || resource == anyResource;
    }

    /** The quarter-hours of a day it touches; one begun is gone. */
    Optional<QuarterHours> on(LocalDate day) {
        LocalDateTime dayStart = day.atStartOfDay();
        LocalDateTime dayEnd = day.plusDays(1).atStartOfDay();
        if (!from.isBefore(dayEnd) || !to.isAfter(dayStart)) {
            return Optional.empty();
        }
        int first = from.isAfter(dayStart) ? minutes(from.toLocalTime()) / QuarterHours.MINUTES : 0;
        int last = to.isBefore(dayEnd) ? QuarterHours.quarters(minutesUp(to.toLocalTime())) : QuarterHours.PER_DAY;
        return Optional.of(new QuarterHours(first, last));
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int minutesUp(LocalTime time) {
        return (time.toSecondOfDay() + 59) / 60;
    }
}
