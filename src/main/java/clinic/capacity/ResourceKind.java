package clinic.capacity;

/** What sort of bookable thing a resource is. */
public enum ResourceKind {
    /** There whenever the clinic is, and until the longest turnover after close, so that cleaning may run past it. */
    ROOM,
    /** There on shift, less the breaks. */
    CLINICIAN
}
