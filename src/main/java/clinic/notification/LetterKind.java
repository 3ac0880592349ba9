package clinic.notification;

/** The occasions on which the clinic writes. */
enum LetterKind {
    BOOKED("booked"),
    /** The time is kept, but nothing is promised yet: no calendar entry, a person calls first. */
    KEPT_FOR_REVIEW("kept"),
    MOVED("moved"),
    CANCELLED("cancelled"),
    LINK("link");

    private final String wording;

    LetterKind(String wording) {
        this.wording = wording;
    }

    /** Under which its texts stand in the bundles. */
    String wording() {
        return wording;
    }
}
