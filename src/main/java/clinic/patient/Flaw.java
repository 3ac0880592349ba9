package clinic.patient;

/** What can be wrong with something a person typed. */
public enum Flaw {
    MISSING,
    TOO_LONG,
    CONTROL_CHARACTER,
    NOT_AN_EMAIL,
    NOT_A_PHONE_NUMBER
}
