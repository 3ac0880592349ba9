package clinic.notification;

import java.util.Set;

/** The occasions on which the clinic writes. */
enum LetterKind {
    BOOKED("booked"),
    /** The time is kept, but nothing is promised yet: no calendar entry, a person calls first. */
    KEPT_FOR_REVIEW("kept"),
    /** What was confirmed is only kept again: the calendar entry is taken back, and a person calls first. */
    UNCONFIRMED("kept"),
    MOVED("moved"),
    CANCELLED("cancelled"),
    /** Cancelled before anybody was invited: the same words, and no calendar entry to take back. */
    WITHDRAWN("cancelled"),
    LINK("link"),
    /** The links of all that is open under one address. */
    LINKS("links"),
    /** All visits of a plan, booked together. */
    SERIES_PLANNED("plan"),
    /** The whole plan once more, and what became of it. */
    SERIES_CHANGED("replan"),
    /** For her calendar, which takes one visit from a mail: the plan itself is told in a letter beside it. */
    ENTRY_MOVED("entry"),
    ENTRY_CANCELLED("entry"),
    /** She is asked to call for a time to come again. */
    NEXT_VISIT("next"),
    /** To somebody who works here: the way to her first password. */
    STAFF_INVITATION("invited"),
    /** And to a new one. */
    STAFF_RESET("reset");

    /** Each belongs to a letter that tells the same. */
    static final Set<LetterKind> ENTRIES = Set.of(ENTRY_MOVED, ENTRY_CANCELLED);

    private final String wording;

    LetterKind(String wording) {
        this.wording = wording;
    }

    /** The key of its first sentence. */
    String lead() {
        return switch (this) {
            case WITHDRAWN -> "withdrawn.lead";
            case UNCONFIRMED -> "unconfirmed.lead";
            default -> wording + ".lead";
        };
    }

    /** What is kept for review is called about anyway; a link is asked for by email. */
    private static final Set<LetterKind> NEWS =
            Set.of(BOOKED, MOVED, CANCELLED, WITHDRAWN, SERIES_PLANNED, SERIES_CHANGED);

    /** Whether it tells of an appointment that was made, moved or canceled. */
    boolean isNews() {
        return NEWS.contains(this);
    }

    /** Whether the time it tells of is kept without being promised. */
    boolean isOnlyKept() {
        return this == KEPT_FOR_REVIEW || this == UNCONFIRMED;
    }

    boolean isForStaff() {
        return this == STAFF_INVITATION || this == STAFF_RESET;
    }

    boolean isCancellation() {
        return this == CANCELLED || this == WITHDRAWN || this == ENTRY_CANCELLED;
    }

    /** Whether it tells of all visits of a plan. */
    boolean isOfPlan() {
        return this == SERIES_PLANNED || this == SERIES_CHANGED;
    }

    /** Whether it lists several visits. */
    boolean hasList() {
        return isOfPlan() || this == LINKS;
    }

    /** Whether the plan is told elsewhere, and this only brings it into a calendar. */
    boolean isEntry() {
        return ENTRIES.contains(this);
    }

    /** Whether there is nothing she could do about it on the page of a visit. */
    boolean isToRead() {
        return hasList() || isEntry() || this == NEXT_VISIT;
    }

    /** Under which its texts stand in the bundles. */
    String wording() {
        return wording;
    }
}
