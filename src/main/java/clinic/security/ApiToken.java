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
import java.util.Optional;

/** A key for a program, which acts with its owner's role until the key expires or is revoked. It is shown once, when it is made. */
@Entity
@Table(name = "api_token")
class ApiToken {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    private Account account;

    private String label;
    private String fingerprint;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiToken() {}

    ApiToken(Account account, String label, String fingerprint, Instant now, Instant expiresAt) {
        this.account = account;
        this.label = label;
        this.fingerprint = fingerprint;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    long id() {
        return id;
    }

    Account account() {
        return account;
    }

    String label() {
        return label;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** From when on it opens nothing. */
    Instant expiresAt() {
        return expiresAt;
    }

    boolean opens(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    /** Lasts on from a new start of the demonstration it belongs to. */
    void renew(Instant until) {
        expiresAt = until;
        revokedAt = null;
    }

    void used(Instant now) {
        lastUsedAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
