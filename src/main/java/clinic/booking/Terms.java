package clinic.booking;

/** By which rules of the calendar a time is asked for. What is capacity, and what is the patient's, is asked under all. */
enum Terms {
    /** By the patient: so far ahead, and no further. */
    PATIENT,
    /** By staff, who need not book ahead. */
    STAFF,
    /** Any quarter-hour to come, as far ahead as the ledger is rolled: who may set rules aside, or what stood there before. */
    ANY_TIME,
    /** Now, for a patient who is here: that the quarter-hour has begun does not count. */
    HERE;

    VisitRule of(VisitRule rule) {
        return switch (this) {
            case PATIENT -> rule;
            case STAFF -> rule.withoutLead();
            case ANY_TIME, HERE -> rule.overridden();
        };
    }

    boolean minds(Reason reason) {
        return this != HERE || reason != Reason.IN_THE_PAST;
    }
}
