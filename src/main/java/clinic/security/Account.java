package clinic.security;

import clinic.patient.EmailAddress;
import clinic.patient.Language;
import clinic.patient.PersonName;
import clinic.staff.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who works here. An account is made by an admin, gets its password from its owner by a link in a letter, and
 * is never deleted: the audit trail names it for years. A disabled one lets nobody in.
 */
@Entity
@Table(name = "account")
class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @Column(name = "full_name")
    private String fullName;

    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String language;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean disabled;
    private boolean demo;

    @Column(name = "totp_secret")
    private String totpSecret;

    @Column(name = "totp_step")
    private long totpStep;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Account() {}

    Account(NewAccount wanted, boolean demo, Instant now) {
        this.name = nameOf(wanted.name());
        this.fullName = new PersonName(wanted.fullName()).value();
        this.email = new EmailAddress(wanted.email()).value();
        this.role = wanted.role();
        this.language = wanted.language().code();
        this.demo = demo;
        this.createdAt = now;
    }

    /** The one form of a name: nobody is kept out by a capital letter. */
    static String nameOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String fullName() {
        return fullName;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    Language language() {
        return Language.find(language).orElse(Language.ENGLISH);
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    boolean disabled() {
        return disabled;
    }

    /** Whether this house lets it in at all: those of a demonstration only in a demonstration. */
    boolean letIn(boolean inDemonstration) {
        return !disabled && (!demo || inDemonstration);
    }

    boolean isOfADemonstration() {
        return demo;
    }

    boolean hasSecondFactor() {
        return totpSecret != null;
    }

    Optional<String> secondFactor() {
        return Optional.ofNullable(totpSecret);
    }

    /** The last step a code was used of. */
    long secondFactorStep() {
        return totpStep;
    }

    void secondFactor(String seed, long step) {
        totpSecret = seed;
        totpStep = step;
    }

    void secondFactorUsed(long step) {
        totpStep = step;
    }

    void withoutSecondFactor() {
        totpSecret = null;
    }

    void password(String hash) {
        passwordHash = hash;
    }

    void role(Role given) {
        role = given;
    }

    void disable(boolean out) {
        disabled = out;
    }

    void email(String address) {
        email = new EmailAddress(address).value();
    }
}
