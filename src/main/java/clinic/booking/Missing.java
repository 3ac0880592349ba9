package clinic.booking;

/** What is still wanted for a visit, to be shown in time; what stops a step says so itself. */
public enum Missing {
    /** No telephone number: nobody can be called. */
    CONTACT,
    /** No e-mail address: no letter reaches her. */
    EMAIL,
    /** No prescriber found her eligible. */
    ELIGIBILITY,
    /** Her series waits for a prescriber's decision. */
    DECISION,
    CONSENT,
    ESCORT,
    FASTING,
    VITALS,
    WEIGHT,
    ORDER
}
