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
    /** What became of it. */
    public enum State {
        QUEUED,
        SENT,
        UNDELIVERABLE,
        SUPPRESSED
    }
}
