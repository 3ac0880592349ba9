package clinic.booking;

import java.util.List;

/**
 * Where a visit stands. FHIR: PENDING_REVIEW is "pending"; BOOKED and CONFIRMED are "booked"; CHECKED_IN, PREPARING and
 * ON_HOLD are "checked-in"; IN_PROGRESS and RECOVERING are "arrived"; DONE is "fulfilled"; CANCELLED is "cancelled";
 * NO_SHOW is "noshow".
 */
public enum Status {
    /** The time is kept; a person of the clinic speaks with the patient before it is booked. */
    PENDING_REVIEW,
    BOOKED,
    /** The patient said, or told us, that she will come. */
    CONFIRMED,
    CHECKED_IN,
    PREPARING,
    /** Stopped for a clinical reason before it began. */
    ON_HOLD,
    IN_PROGRESS,
    RECOVERING,
    DONE,
    CANCELLED,
    NO_SHOW;

    /** Those of visits that were not had and will not be. */
    public static final List<Status> GONE = List.of(CANCELLED, NO_SHOW);

    static final List<Status> OPEN = List.of(PENDING_REVIEW, BOOKED, CONFIRMED);

    /** Booked or under way: at the end of its day somebody has to say how it ended. */
    static final List<Status> NOT_CLOSED =
            List.of(BOOKED, CONFIRMED, CHECKED_IN, PREPARING, ON_HOLD, IN_PROGRESS, RECOVERING);

    /** Whether the visit is still to come about: nobody has come for it yet. */
    public boolean isOpen() {
        return compareTo(CONFIRMED) <= 0;
    }

    /** Whether it may be moved: nobody has come for it yet, or it was held before it began. */
    public boolean isMovable() {
        return isOpen() || this == ON_HOLD;
    }

    /** Whether it was not had and will not be. */
    public boolean isGone() {
        return GONE.contains(this);
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
        return compareTo(DONE) >= 0;
    }
}
