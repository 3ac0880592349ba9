package clinic.staff;

/** What an account is there for; each has one. */
public enum Role {
    FRONT_DESK,
    NURSE,
    PRESCRIBER,
    ADMIN,
    AUDITOR
}
