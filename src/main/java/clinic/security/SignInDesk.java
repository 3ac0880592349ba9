package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.platform.NetworkAddress;
import clinic.platform.Retried;
import clinic.platform.SecurityEvents;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** The entries made while somebody signs in: every try before it is looked at, and what came of it. */
@ApplicationScoped
class SignInDesk {
    private static final String SIGN_IN = "SIGN_IN";
    private static final String ACCOUNT = "ACCOUNT";

    /** From so many failures a day on, a name can be tried from unknown networks only so often, all together. */
    private static final int BRAKED_AFTER = 50;

    private static final Duration BRAKE = Duration.ofSeconds(30);

    /** A session, the secret of its cookie, and what the browser shows from now on. */
    record Opened(String secret, boolean codeOwed, Optional<String> device) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactor factor;

    @Inject
    private DeviceCookie devices;

    @Inject
    private SecurityEvents events;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    /**
     * Counts a try; false while the name is locked out there, and then the password is not even looked at. What others do
     * elsewhere locks nobody out: a browser that has signed in before is counted for itself, everybody else by network. A
     * name that is tried from everywhere is slowed down for unknown networks, and never closed.
     */
    @Retried
    @Transactional
    public boolean mayTry(String name, SignInSource source) {
        Optional<String> device = device(name, source);
        return mayTry(name, counter(name, source, device), device.isPresent() || !isBraked(name, source));
    }

    /** The same for the code of a phone: only who has the password gets so far, so the account itself is counted. */
    @Retried
    @Transactional
    public boolean mayTryCode(String name, SignInSource source) {
        return mayTry(
                name,
                device(name, source).map(word -> key("code " + word)).orElseGet(() -> key("code of " + name)),
                true);
    }

    /** The same for who is signed in and asked again: no stranger has a part in it. */
    @Retried
    @Transactional
    public boolean mayProve(SignedIn self) {
        return mayTry(self.name(), prover(self), true);
    }

    private static String prover(SignedIn self) {
        return key("session " + self.session().orElseThrow());
    }

    private boolean mayTry(String name, String counter, boolean unless) {
        Instant now = clock.instant();
        em.createNativeQuery("insert ignore into sign_in_failures (id, name, failures, last_at) values (?, ?, 0, ?)")
                .setParameter(1, counter)
                .setParameter(2, key(name))
                .setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        SignInFailures failures = em.find(SignInFailures.class, counter, LockModeType.PESSIMISTIC_WRITE);
        if (failures.isLocked(now) || !unless) {
            return false;
        }
        failures.attempt(now);
        return true;
    }

    private Optional<String> device(String name, SignInSource source) {
        return source.devices().isEmpty()
                ? Optional.empty()
                : accounts.named(name).flatMap(account -> devices.find(account.id(), source.devices()));
    }

    private static String counter(String name, SignInSource source, Optional<String> device) {
        return device.map(word -> key("device " + word))
                .orElseGet(() -> key(Account.nameOf(name) + " from " + NetworkAddress.network(source.address())));
    }

    /** A network the account has signed in from lately is none of the unknown ones. */
    private boolean isBraked(String name, SignInSource source) {
        Instant now = clock.instant();
        Object[] tried = em.createQuery(
                        "select coalesce(sum(f.failures), 0), max(f.lastAt) from SignInFailures f"
                                + " where f.name = :name and f.lastAt > :since",
                        Object[].class)
                .setParameter("name", key(name))
                .setParameter("since", now.minus(LockOut.REMEMBERED))
                .getSingleResult();
        return ((Number) tried[0]).longValue() >= BRAKED_AFTER
                && tried[1] != null
                && ((Instant) tried[1]).plus(BRAKE).isAfter(now)
                && !isKnown(name, source);
    }

    private boolean isKnown(String name, SignInSource source) {
        String network = NetworkAddress.network(source.address());
        return em
                .createQuery(
                        "select distinct s.address from StaffSession s where s.account.name = :name and s.waitsForCode = false",
                        String.class)
                .setParameter("name", Account.nameOf(name))
                .getResultList()
                .stream()
                .anyMatch(address -> NetworkAddress.network(address).equals(network));
    }

    /** Opens a session for who gave the right password, and gives the secret of its cookie. */
    @Retried
    @Transactional
    public Opened open(String name, SignInSource source) {
        Account account = accounts.find(name).orElseThrow(NotSignedIn::new);
        String secret = Secrets.random();
        boolean codeOwed = account.hasSecondFactor();
        endTheOneBefore(source);
        em.persist(new StaffSession(
                account, PrivateLinks.fingerprint(secret), source.address(), codeOwed, clock.instant()));
        if (codeOwed) {
            return new Opened(secret, true, Optional.empty());
        }
        return new Opened(secret, false, Optional.of(welcome(account, source)));
    }

    /** Whoever signs in anew is no longer signed in as before: a cookie that was seen or planted opens nothing. */
    private void endTheOneBefore(SignInSource source) {
        source.session().stream()
                .mapToObj(id -> em.find(StaffSession.class, id))
                .filter(Objects::nonNull)
                .forEach(session -> session.end(clock.instant()));
    }

    private String welcome(Account account, SignInSource source) {
        Optional<String> device = devices.find(account.id(), source.devices());
        forgetOne(counter(account.name(), source, device));
        forgetOne(device.map(word -> key("code " + word)).orElseGet(() -> key("code of " + account.name())));
        deeds.fire(Deed.done(actor(account, source.address()), SIGN_IN, ACCOUNT, account.id()));
        return devices.make(account.id());
    }

    /**
     * Opens the session of who gave password and code, in place of the one that waited for the code.
     *
     * @return the session; empty when the code was wrong
     */
    @Retried
    @Transactional
    public Optional<Opened> open(SignedIn waiting, String code, SignInSource source) {
        Account account = accounts.lock(waiting.account());
        if (!factor.use(account, code)) {
            return Optional.empty();
        }
        em.find(StaffSession.class, waiting.session().orElseThrow()).end(clock.instant());
        String secret = Secrets.random();
        em.persist(
                new StaffSession(account, PrivateLinks.fingerprint(secret), source.address(), false, clock.instant()));
        return Optional.of(new Opened(secret, false, Optional.of(welcome(account, source))));
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
        forgetOne(prover(self));
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

    /** Counts a try that was not let through; the audit trail hears of it once a minute. */
    void lockedOut(String address) {
        events.add(SecurityEvents.Kind.LOCKED_OUT, address);
    }

    /** Lets a name try again at once, from wherever. */
    void forget(String name) {
        em.createQuery("delete from SignInFailures f where f.name = :name")
                .setParameter("name", key(name))
                .executeUpdate();
    }

    private void forgetOne(String counter) {
        em.createQuery("delete from SignInFailures f where f.id = :id")
                .setParameter("id", counter)
                .executeUpdate();
    }

    /** Whether the name is locked out anywhere. */
    boolean isLocked(String name, Instant now) {
        return em.createQuery(
                                "select count(f) from SignInFailures f where f.name = :name and f.lockedUntil > :now",
                                Long.class)
                        .setParameter("name", key(name))
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }

    static Actor actor(Account account, String address) {
        return Actor.of(account.name(), account.role(), address);
    }

    private static String key(String name) {
        return PrivateLinks.fingerprint(Account.nameOf(name));
    }
}
