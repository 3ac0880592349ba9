package clinic.booking;

/** What is still wanted for a visit. It stops nobody yet; it is shown. */
public enum Missing {
    /** No telephone number: nobody can be called. */
    CONTACT,
    /** No e-mail address: no letter reaches her. */
    EMAIL
}
