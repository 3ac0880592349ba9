package clinic.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Somebody is signed in, in one browser. Kept in the database, so that every node knows it and ending it works
 * everywhere at once. It ends when its owner says so, when an admin does, after a while without a step, and in any case
 * after so many hours.
 */
@Entity
@Table(name = "staff_session")
class StaffSession {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    private Account account;

    private String fingerprint;
    private String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "proved_at")
    private Instant provedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "waits_for_code")
    private boolean waitsForCode;

    protected StaffSession() {}

    StaffSession(Account account, String fingerprint, String address, boolean waitsForCode, Instant now) {
        this.account = account;
        this.fingerprint = fingerprint;
        this.address = address;
        this.waitsForCode = waitsForCode;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.provedAt = now;
    }

    long id() {
        return id;
    }

    Account account() {
        return account;
    }

    String fingerprint() {
        return fingerprint;
    }

    String address() {
        return address;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    /** When its owner last proved who she is. */
    Instant provedAt() {
        return provedAt;
    }

    boolean waitsForCode() {
        return waitsForCode;
    }

    boolean isAlive(SessionLimits limits, Instant now) {
        return endedAt == null
                && limits.endOf(createdAt, lastSeenAt, waitsForCode).isAfter(now);
    }

    void seen(Instant now) {
        lastSeenAt = now;
    }

    void proved(Instant now) {
        provedAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }
}
