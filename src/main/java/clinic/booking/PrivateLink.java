package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** The way back of a patient to her visit: never the token itself, only what finds it. */
@Embeddable
class PrivateLink {
    /** A new one makes the links before it worthless. */
    @Column(name = "link_generation")
    private int generation;

    private String fingerprint;

    @Column(name = "link_sent_at")
    private Instant sentAt;

    int generation() {
        return generation;
    }

    void madeOf(String token) {
        fingerprint = PrivateLinks.fingerprint(token);
    }

    void sent(Instant now) {
        sentAt = now;
    }

    /** When she last asked for it to be sent again. */
    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }
}
