package clinic.infusion;

/** How sure a visit of a series is. Both take capacity. */
public enum Commitment {
    /** Up to the first checkpoint. */
    FIRM,
    /** After it: given up when the series stops. */
    TENTATIVE
}
