package clinic.capacity;

/** What a room is fitted for and a clinician does. */
public enum Purpose {
    CONSULT,
    MOOD,
    PAIN
}
