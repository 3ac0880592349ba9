package clinic.notification;

/** The occasions on which the clinic writes. */
enum LetterKind {
    BOOKED("booked"),
    /** The time is kept, but nothing is promised yet: no calendar entry, a person calls first. */
    KEPT_FOR_REVIEW("kept"),
    MOVED("moved"),
    CANCELLED("cancelled"),
    /** Cancelled before anybody was invited: the same words, and no calendar entry to take back. */
    WITHDRAWN("cancelled"),
    LINK("link"),
    /** To somebody who works here: the way to her first password. */
    STAFF_INVITATION("invited"),
    /** And to a new one. */
    STAFF_RESET("reset");

    private final String wording;

    LetterKind(String wording) {
        this.wording = wording;
    }

    /** The key of its first sentence. */
    String lead() {
        return this == WITHDRAWN ? "withdrawn.lead" : wording + ".lead";
    }

    boolean isForStaff() {
        return this == STAFF_INVITATION || this == STAFF_RESET;
    }

    boolean isCancellation() {
        return this == CANCELLED || this == WITHDRAWN;
    }

    /** Under which its texts stand in the bundles. */
    String wording() {
        return wording;
    }
}
