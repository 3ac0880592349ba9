package clinic.booking;

import clinic.capacity.Purpose;

/** The kinds of visit the house books. */
public enum VisitKind {
    /** The free first conversation. */
    CONSULTATION(Purpose.CONSULT);

    private final Purpose purpose;

    VisitKind(Purpose purpose) {
        this.purpose = purpose;
    }

    /** What its room and its clinician must be there for. */
    public Purpose purpose() {
        return purpose;
    }
}
