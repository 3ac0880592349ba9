package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The entries made while somebody signs in: every try before it is looked at, and what came of it. */
@ApplicationScoped
class SignInDesk {
    private static final String SIGN_IN = "SIGN_IN";
    private static final String ACCOUNT = "ACCOUNT";

    /** A session and the secret of its cookie. */
    record Opened(String secret, boolean codeOwed) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactor factor;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    /** Counts a try; false while the name is locked out, and then the password is not even looked at. */
    @Retried
    @Transactional
    public boolean mayTry(String name) {
        Instant now = clock.instant();
        em.createNativeQuery("insert ignore into sign_in_failures (id, failures, last_at) values (?, 0, ?)")
                .setParameter(1, key(name))
                .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        SignInFailures failures = em.find(SignInFailures.class, key(name), LockModeType.PESSIMISTIC_WRITE);
        if (failures.isLocked(now)) {
            return false;
        }
        failures.attempt(now);
        return true;
    }

    /** Opens a session for who gave the right password, and gives the secret of its cookie. */
    @Retried
    @Transactional
    public Opened open(String name, String address) {
        Account account = accounts.find(name).orElseThrow(NotSignedIn::new);
        String secret = Secrets.random();
        boolean codeOwed = account.hasSecondFactor();
        em.persist(new StaffSession(account, PrivateLinks.fingerprint(secret), address, codeOwed, clock.instant()));
        if (!codeOwed) {
            forget(name);
            deeds.fire(Deed.done(actor(account, address), SIGN_IN, ACCOUNT, account.id()));
        }
        return new Opened(secret, codeOwed);
    }

    /**
     * Opens the session of who gave password and code, in place of the one that waited for the code.
     *
     * @return the secret of its cookie; empty when the code was wrong
     */
    @Retried
    @Transactional
    public Optional<String> open(SignedIn waiting, String code, String address) {
        Account account = accounts.lock(waiting.account());
        if (!factor.use(account, code)) {
            return Optional.empty();
        }
        em.find(StaffSession.class, waiting.session().orElseThrow()).end(clock.instant());
        String secret = Secrets.random();
        em.persist(new StaffSession(account, PrivateLinks.fingerprint(secret), address, false, clock.instant()));
        forget(account.name());
        deeds.fire(Deed.done(actor(account, address), SIGN_IN, ACCOUNT, account.id()));
        return Optional.of(secret);
    }

    /** Notes that she who is signed in has proved it again; false when the code was wrong. */
    @Retried
    @Transactional
    public boolean proved(Actor actor, SignedIn self, String code) {
        Account account = accounts.lock(self.account());
        if (account.hasSecondFactor() && !factor.use(account, code)) {
            return false;
        }
        em.find(StaffSession.class, self.session().orElseThrow()).proved(clock.instant());
        forget(account.name());
        deeds.fire(Deed.done(actor, "PROVE", ACCOUNT, account.id()));
        return true;
    }

    /** The name of nobody is not written down: people type passwords there. */
    @Transactional
    public void refused(String name, String address) {
        Optional<Account> account = accounts.named(name);
        Actor actor = account.map(known -> actor(known, address))
                .orElseGet(() -> new Actor("UNKNOWN", Optional.empty(), address));
        deeds.fire(Deed.refused(
                actor, SIGN_IN, ACCOUNT, account.map(known -> "" + known.id()).orElse("")));
    }

    /** Lets a name try again at once. */
    void forget(String name) {
        em.createQuery("delete from SignInFailures f where f.id = :id")
                .setParameter("id", key(name))
                .executeUpdate();
    }

    boolean isLocked(String name, Instant now) {
        return Optional.ofNullable(em.find(SignInFailures.class, key(name)))
                .filter(failures -> failures.isLocked(now))
                .isPresent();
    }

    static Actor actor(Account account, String address) {
        return Actor.of(account.name(), account.role(), address);
    }

    private static String key(String name) {
        return PrivateLinks.fingerprint(Account.nameOf(name));
    }
}
