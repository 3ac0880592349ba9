package clinic.booking;

import clinic.capacity.Purpose;

/** The kinds of visit the house books. */
public enum VisitKind {
    /** The free first conversation. */
    CONSULTATION(Purpose.CONSULT),
    /** The medical one, before anything is planned. */
    EVALUATION(Purpose.CONSULT),
    /** Looking back at what was done, with a clinician. */
    REVIEW(Purpose.CONSULT);

    private final Purpose purpose;

    VisitKind(Purpose purpose) {
        this.purpose = purpose;
    }

    /** What its room and its clinician must be there for. */
    public Purpose purpose() {
        return purpose;
    }

    /** Whether it is prepared, watched and recovered from, not only talked. */
    public boolean isInfusion() {
        return purpose != Purpose.CONSULT;
    }
}
