package clinic.booking;

/** Why the house says no. The names are the stable codes clients rely on; the words are in the text bundles. */
public enum Reason {
    // the time asked for can never be booked
    IN_THE_PAST,
    TOO_SOON,
    BEYOND_HORIZON,
    CLOSED,
    OUTSIDE_HOURS,
    NOT_ON_GRID,

    // the world changed
    SLOT_TAKEN,
    HOLD_EXPIRED,
    ILLEGAL_TRANSITION,
    /** The time is only held until somebody of the clinic has called. */
    NOT_CONFIRMED,
    /** She has another visit then. */
    PATIENT_BUSY,
    /** All nurses have their hands full. */
    NURSES_BUSY,
    /** There are nurses enough, but none who could take the visit beside those of the day. */
    NO_NURSE_AVAILABLE,
    /** A nurse is the only one who could take another visit. */
    NURSE_NEEDED,
    /** She has another treatment that day. */
    ONE_A_DAY,
    /** A series of hers is not over yet. */
    SERIES_RUNNING,
    /** Two records that are to become one have visits at the same time. */
    VISITS_OVERLAP,

    /** A series is no longer as it was when its repair was proposed. */
    REPAIR_STALE,
    /** The database did not answer in the middle of it. */
    NOT_DONE,

    /** She was asked to come in this window already. */
    INVITED_ALREADY,
    /** She has booked what she would be invited to. */
    BOOKED_ALREADY,
    /** An email is on its way at this moment. */
    MESSAGE_LEAVING,
    /** A later email has told something newer. */
    MESSAGE_OVERTAKEN,
    /** Its appointment has begun. */
    MESSAGE_TOO_LATE,
    MESSAGE_WITHOUT_ADDRESS,
    /** Exactly this time is closed. */
    CLOSED_ALREADY,
    /** There is no open estimate. */
    NO_ESTIMATE_OWED,

    // what was seen is no longer what is there
    STALE_VERSION,

    // the time asked for is never that room's or that clinician's
    NOT_THERE,
    NOT_SUITABLE,
    /** Too few nurses are on shift. */
    NO_NURSE,
    /** No nurse has a shift on any day. */
    NO_NURSE_ON_ROSTER,
    /** A visit of a series would not come after the one before it. */
    OUT_OF_ORDER,
    GAP_TOO_SHORT,
    GAP_TOO_LONG,
    /** The whole series would take too long. */
    WINDOW_EXCEEDED,
    /** More weekends lie between its visits than the protocol allows. */
    WEEKEND_BETWEEN,
    WRONG_NUMBER_OF_VISITS,
    // not as the patient wished
    WISH_EARLIEST,
    WISH_WEEKDAY,
    WISH_HOURS,
    WISH_DATE,
    NO_LEGAL_PLAN,
    // an invitation
    WINDOW_AHEAD,
    WINDOW_OVER,
    /** She has not agreed to letters, or has no address. */
    NO_EMAIL_CONSENT,
    /** A person ended the series: none of its visits comes back. */
    SERIES_ENDED,
    // a gate before a step
    NOT_ELIGIBLE,
    /** Under 18 on that day, and no prescriber decided about that with a reason. */
    MINOR,
    CHECKPOINT_OPEN,
    SERIES_WAITS,
    VITALS_OUT_OF_RANGE,
    CONSENT_MISSING,
    CONSENT_NOT_GIVEN,
    ESCORT_MISSING,
    NO_ESCORT,
    FASTING_OPEN,
    NOT_FASTING,
    VITALS_MISSING,
    WEIGHT_MISSING,
    ORDER_NOT_VERIFIED,
    ORDER_DECLINED,
    OBSERVATION_SHORT,
    CHECKLIST_OPEN,
    NOT_ALERT,
    REACTION_PRESENT,
    IV_IN_PLACE,
    ESCORT_NOT_HERE,
    ESCORT_ABSENT,
    /** A weight far from the last one: asked again before it is kept. */
    WEIGHT_CHANGED,
    /** An entry was struck out before. */
    ALREADY_STRUCK,
    /** A call belongs to the chart of somebody else. */
    CALL_LINKED,
    /** Another visit was made in the place of this one. */
    REPLACED,

    /** Nobody decided which nurse has the patient; what is suggested is not decided. */
    NURSE_NOT_ASSIGNED,

    // what one nurse can do at once
    NURSE_AWAY,
    NURSE_ON_BREAK,
    NURSE_TWO_AT_ONCE,
    NURSE_UNITS,
    NURSE_HEADS,
    /** No colleague has room for those she leaves for her break. */
    NURSE_BREAK_UNWATCHED,

    UNKNOWN_RESOURCE,
    UNKNOWN_PATIENT,
    UNKNOWN_CALL,
    UNKNOWN_PROTOCOL,

    // too much at once
    TOO_MANY_HOLDS,
    /** As many appointments were booked online as one mailbox, number or address may have. */
    TOO_MANY_OPEN,

    // the request repeats a key with another content
    IDEMPOTENCY_MISMATCH,

    // a field
    REQUIRED,
    TOO_LONG,
    CONTROL_CHARACTER,
    INVALID_EMAIL,
    /** The mail server takes no letters beyond ASCII before the at sign. */
    MAILBOX_OUT_OF_REACH,
    INVALID_PHONE,
    /** Two records that are to become one contradict each other in a field. */
    RECORDS_DIFFER,
    UNKNOWN_LANGUAGE,
    UNKNOWN_CODE,
    OUT_OF_RANGE,
    DIASTOLIC_NOT_BELOW_SYSTOLIC,
    /** Of several fields that say the same thing, more than one was filled in. */
    ONLY_ONE_ALLOWED,
    IN_THE_FUTURE,
    EMPTY_SPAN,
    OVERLAP,
    BREAK_OUTSIDE_SHIFT,
    NAME_TAKEN,
    INVALID_DATE,
    WRONG_TYPE,
    UNKNOWN_FIELD;

    /** What kind of no it is, for the doors to translate. */
    public enum Nature {
        NEVER_ALLOWED,
        WORLD_CHANGED,
        TOO_MUCH,
        SEEN_TOO_LONG_AGO
    }

    public Nature nature() {
        return switch (this) {
            case SLOT_TAKEN,
                    HOLD_EXPIRED,
                    ILLEGAL_TRANSITION,
                    NOT_CONFIRMED,
                    PATIENT_BUSY,
                    NURSES_BUSY,
                    NO_NURSE_AVAILABLE,
                    NURSE_NEEDED,
                    ONE_A_DAY,
                    SERIES_RUNNING,
                    REPAIR_STALE,
                    NOT_DONE,
                    INVITED_ALREADY,
                    BOOKED_ALREADY,
                    CLOSED_ALREADY,
                    NO_ESTIMATE_OWED,
                    ALREADY_STRUCK,
                    CALL_LINKED,
                    MESSAGE_LEAVING,
                    MESSAGE_OVERTAKEN,
                    MESSAGE_TOO_LATE,
                    MESSAGE_WITHOUT_ADDRESS,
                    NURSE_TWO_AT_ONCE,
                    NURSE_UNITS,
                    NURSE_HEADS,
                    NURSE_BREAK_UNWATCHED -> Nature.WORLD_CHANGED;
            case STALE_VERSION -> Nature.SEEN_TOO_LONG_AGO;
            case TOO_MANY_HOLDS, TOO_MANY_OPEN -> Nature.TOO_MUCH;
            default -> Nature.NEVER_ALLOWED;
        };
    }

    /** Whether it speaks of how a field was filled in, rather than of the time asked for. */
    public boolean concernsInput() {
        return compareTo(REQUIRED) >= 0;
    }
}
