package clinic.booking;

/** The kinds of visit the house books. */
public enum VisitKind {
    /** The free first conversation. */
    CONSULTATION,
    /** The medical one, before anything is planned. */
    EVALUATION,
    /** Looking back at what was done, with a clinician. */
    REVIEW,
    /** One of a series; what it takes is its {@link Treatment}. */
    INFUSION;

    /** Whether it is prepared, watched and recovered from, not only talked. */
    public boolean isInfusion() {
        return this == INFUSION;
    }
}
