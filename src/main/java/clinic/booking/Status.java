package clinic.booking;

/** Where a visit stands. FHIR: PENDING_REVIEW is "pending", BOOKED is "booked", CANCELLED is "cancelled". */
public enum Status {
    /** The time is kept; a person of the clinic speaks with the patient before it is booked. */
    PENDING_REVIEW,
    BOOKED,
    CANCELLED;

    /** Whether the visit is still to come about, so that it may be moved or cancelled. */
    public boolean isOpen() {
        return this != CANCELLED;
    }
}
