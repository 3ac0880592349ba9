package clinic.security;

import clinic.staff.StaffLetter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A way to a first or a new password, in a letter to its owner. It works once, and not for long. */
@Entity
@Table(name = "account_link")
class AccountLink {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    private Account account;

    @Enumerated(EnumType.STRING)
    private StaffLetter.Kind kind;

    private String fingerprint;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected AccountLink() {}

    AccountLink(Account account, StaffLetter.Kind kind, Instant now) {
        this.account = account;
        this.kind = kind;
        this.createdAt = now;
        this.expiresAt = now.plus(lifeOf(kind));
    }

    private static Duration lifeOf(StaffLetter.Kind kind) {
        return switch (kind) {
            case INVITATION -> Duration.ofDays(3);
            case RESET -> Duration.ofMinutes(30);
        };
    }

    long id() {
        return id;
    }

    Account account() {
        return account;
    }

    void known(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    boolean isOpen(Instant now) {
        return usedAt == null && expiresAt.isAfter(now);
    }

    void use(Instant now) {
        usedAt = now;
    }

    StaffLetter letter() {
        return new StaffLetter(
                kind,
                id,
                account.name(),
                account.fullName(),
                account.email(),
                account.language().code());
    }
}
