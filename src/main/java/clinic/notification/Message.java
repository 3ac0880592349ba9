package clinic.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter of the outbox, as staff see it in a list.
 *
 * @param kind of the occasion: BOOKED, MOVED ...
 * @param recipient the address; empty when there was nobody to write to
 * @param lastError why it was not taken the last time
 * @param nextAttempt when it is tried again, if it is
 */
public record Message(
        long id,
        String kind,
        State state,
        long visit,
        String name,
        String recipient,
        String language,
        int attempts,
        Optional<String> lastError,
        Instant createdAt,
        Optional<Instant> sentAt,
        Optional<Instant> nextAttempt) {
    /** Why it was not taken the last time, as it is explained. */
    public Optional<DeliveryProblem> problem() {
        return lastError.map(DeliveryProblem::of);
    }

    /** What the mail server said, without what we made of it. */
    public Optional<String> serverWords() {
        return lastError.map(account -> account.replaceFirst("^[A-Z_]+: ", ""));
    }

    /** Whether it went to somebody who works here: it is about no appointment. */
    public boolean toStaff() {
        return visit == 0;
    }

    /** What became of it. */
    public enum State {
        QUEUED,
        SENT,
        UNDELIVERABLE,
        SUPPRESSED
    }
}
