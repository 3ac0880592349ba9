package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What is to be said of how a visit ended, where it did not end as planned. */
@Embeddable
class Ending {
    /** The clinic's page of terms, section 9: later than this a cancellation is late, though never charged here. */
    private static final Duration FREE_UNTIL = Duration.ofHours(48);

    @Enumerated(EnumType.STRING)
    @Column(name = "cancelled_by")
    private Canceller cancelledBy;

    @Column(name = "late_cancel")
    private boolean late;

    private boolean partial;

    /** As planned, so far. */
    Ending() {}

    /** Only a patient can be late with it. */
    static Ending cancelled(Canceller by, ZonedDateTime now, ZonedDateTime start) {
        Ending ending = new Ending();
        ending.cancelledBy = by;
        ending.late = by == Canceller.PATIENT && now.isAfter(start.minus(FREE_UNTIL));
        return ending;
    }

    /** Stopped before its time. */
    static Ending early() {
        Ending ending = new Ending();
        ending.partial = true;
        return ending;
    }

    Optional<Canceller> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    boolean isLate() {
        return late;
    }

    boolean isPartial() {
        return partial;
    }
}
