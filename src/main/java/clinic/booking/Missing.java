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
    ORDER,

    // what was asked or measured, and is not as it must be
    CONSENT_NOT_GIVEN,
    NO_ESCORT,
    NOT_FASTING,
    VITALS_OUT_OF_RANGE,
    ORDER_DECLINED;

    /** Whether it was answered no or lies outside its limits, rather than not asked yet. */
    public boolean isNo() {
        return compareTo(CONSENT_NOT_GIVEN) >= 0;
    }
}
