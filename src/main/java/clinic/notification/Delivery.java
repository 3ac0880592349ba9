package clinic.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** What the courier and the desk did about a letter. Only {@link DispatchDesk} and {@link MessageDesk} write it, in SQL. */
@Embeddable
class Delivery {
    private int attempts;

    @Column(name = "unknown_outcomes", insertable = false, updatable = false)
    private int unknownOutcomes;

    @Column(name = "lease_owner", insertable = false, updatable = false)
    private String leaseOwner;

    @Column(name = "last_error", insertable = false, updatable = false)
    private String lastError;

    @Column(name = "next_attempt_at", insertable = false, updatable = false)
    private Instant nextAttemptAt;

    @Column(name = "sent_at", insertable = false, updatable = false)
    private Instant sentAt;

    @Column(name = "called_at", insertable = false, updatable = false)
    private Instant calledAt;

    /** How often it has been taken to the post, the present time included. */
    int attempts() {
        return attempts;
    }

    /** How often it was sent whole and nothing was heard of it. */
    int unknownOutcomes() {
        return unknownOutcomes;
    }

    String leaseOwner() {
        return leaseOwner;
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }
}
