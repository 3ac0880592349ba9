package clinic.capacity;

/** What sort of bookable thing a resource is: a place, a person, or what all nurses or prescribers give together. */
public enum ResourceKind {
    /** There whenever the clinic is, and until the longest turnover after close, so that cleaning may run past it. */
    ROOM,
    /** There on shift, less the breaks. One who serves a purpose beyond talking is a prescriber. */
    CLINICIAN,
    /** There on shift, less the breaks; who sees to whom is decided on the day, so no visit claims her by name. */
    NURSE,
    /** Nurses free to begin a visit or to let somebody go home: one each. */
    HANDS,
    /** Patients the nurses on shift may have in their care. */
    HEADS,
    /** Units of watching, more of them for who needs to be watched closely; none while fewer than two staff are on site. */
    CARE,
    /** As good as endless while a prescriber is on site, none otherwise. */
    PRESCRIBER;

    /** Whether it has shifts. */
    public boolean isPerson() {
        return this == CLINICIAN || this == NURSE;
    }

    /** Whether it is what several people give together; the house has one of each. */
    public boolean isPool() {
        return compareTo(NURSE) > 0;
    }
}
