package clinic.infusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The visit that refreshes a finished series: people of the clinic invite her and book it, nothing books itself.
 *
 * @param protocol by which it is planned
 * @param planned the day of a treatment she has booked already
 * @param lastYear treatments she had in the last 365 days
 * @param invited who asked her to come in this window
 * @param byLetter whether she agreed to letters
 * @param phone to call her instead; empty if she gave none
 */
public record Booster(
        String protocol,
        BoosterWindow window,
        Optional<LocalDate> planned,
        int lastYear,
        Optional<Invited> invited,
        boolean byLetter,
        String phone) {
    /** From so many on, somebody should think twice: the clinic's page of rules, 3.2. A warning, no refusal. */
    static final int MANY_IN_A_YEAR = 12;

    /** How she was asked. */
    public enum Way {
        LETTER,
        CALL
    }

    /** That she was asked. */
    public record Invited(Way way, String by, Instant at) {}

    /** Whether it is time for it, or later, and none is booked. */
    public boolean isDue(LocalDate today) {
        return planned.isEmpty() && !window.isAhead(today);
    }

    /** Whether she can be invited now. */
    public boolean isToInvite(LocalDate today) {
        return isDue(today) && !window.isOver(today) && invited.isEmpty();
    }

    public boolean isManyInAYear() {
        return lastYear >= MANY_IN_A_YEAR;
    }
}
