package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The way back of a patient to her visit: never the token itself, only what finds it. */
@Embeddable
class PrivateLink {
    /** A new one makes the links before it worthless. */
    @Column(name = "link_generation")
    private int generation;

    private String fingerprint;

    int generation() {
        return generation;
    }

    void madeOf(String token) {
        fingerprint = PrivateLinks.fingerprint(token);
    }
}
