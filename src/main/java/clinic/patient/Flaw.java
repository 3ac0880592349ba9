package clinic.patient;

/** What can be wrong with something a person typed. */
public enum Flaw {
    MISSING,
    TOO_LONG,
    CONTROL_CHARACTER,
    NOT_AN_EMAIL,
    /** An address the mail server cannot deliver to. */
    MAILBOX_OUT_OF_REACH,
    NOT_A_PHONE_NUMBER,
    UNKNOWN_LANGUAGE,
    IN_THE_FUTURE,
    /** Somebody changed the record meanwhile. */
    STALE_VERSION,
    /** Two records that are to become one contradict each other here, and nobody said which one stands. */
    RECORDS_DIFFER,
    /** Not another record: the same one, or one that is gone. */
    UNKNOWN_PATIENT
}
