package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Who shows which key: the cookie of a session, or the token of a program. */
@ApplicationScoped
public class SessionDesk {
    /** A step is written down at most so often: not every picture of a page is worth a write. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    /** What was typed in a form that was opened before that is not looked for. */
    private static final Duration FORMS_STAY_OPEN = Duration.ofHours(24);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SessionLimits limits;

    @Inject
    private PrivateLinks links;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    /**
     * Whose session the cookie is of, while it lasts.
     *
     * @param aStep whether somebody did something, rather than a page looked by itself for news
     */
    @Retried
    @Transactional
    public Optional<SignedIn> find(String secret, boolean aStep) {
        Instant now = clock.instant();
        return em
                .createQuery(
                        "select s from StaffSession s join fetch s.account where s.fingerprint = :fingerprint",
                        StaffSession.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(secret))
                .getResultList()
                .stream()
                .filter(session -> session.isAlive(limits, now) && accounts.lets(session.account()))
                .findFirst()
                .map(session -> {
                    if (aStep && session.lastSeenAt().plus(NOTED).isBefore(now)) {
                        session.seen(now);
                    }
                    return signedIn(session);
                });
    }

    private SignedIn signedIn(StaffSession session) {
        Account account = session.account();
        return new SignedIn(
                account.id(),
                account.name(),
                account.fullName(),
                account.role(),
                OptionalLong.of(session.id()),
                links.key("csrf", session.fingerprint()),
                limits.endOf(session.createdAt(), session.lastSeenAt(), session.waitsForCode()),
                session.provedAt(),
                session.waitsForCode(),
                accounts.owesFactor(account));
    }

    /**
     * Whose session the cookie was of, also when it is over.
     *
     * @param csrf what a form of that session carries
     */
    @Retried
    @Transactional
    public OptionalLong whoseItWas(String secret, String csrf) {
        return em
                .createQuery(
                        "select s from StaffSession s join fetch s.account where s.fingerprint = :fingerprint",
                        StaffSession.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(secret))
                .getResultList()
                .stream()
                .filter(session -> Secrets.same(csrf, links.key("csrf", session.fingerprint())))
                .mapToLong(session -> session.account().id())
                .findFirst();
    }

    /**
     * Whether a form is of an earlier session of an account: she signed in again in another window, and the form was open
     * since before.
     *
     * @param csrf what the form carries
     */
    @Retried
    @Transactional
    public boolean wasOf(long account, String csrf) {
        return em
                .createQuery(
                        "select s.fingerprint from StaffSession s where s.account.id = :account and s.createdAt >= :since",
                        String.class)
                .setParameter("account", account)
                .setParameter("since", clock.instant().minus(FORMS_STAY_OPEN))
                .getResultList()
                .stream()
                .anyMatch(fingerprint -> Secrets.same(csrf, links.key("csrf", fingerprint)));
    }

    /** Whose token it is. */
    @Retried
    @Transactional
    public Optional<SignedIn> ofToken(String secret) {
        Instant now = clock.instant();
        return em
                .createQuery(
                        "select t from ApiToken t join fetch t.account where t.fingerprint = :fingerprint",
                        ApiToken.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(secret))
                .getResultList()
                .stream()
                .filter(token -> token.opens(now) && accounts.lets(token.account()))
                .findFirst()
                .map(token -> {
                    if (token.lastUsedAt()
                            .filter(last -> last.plus(NOTED).isAfter(now))
                            .isEmpty()) {
                        token.used(now);
                    }
                    return signedIn(token, now);
                });
    }

    private static SignedIn signedIn(ApiToken token, Instant now) {
        Account account = token.account();
        return new SignedIn(
                account.id(),
                account.name(),
                account.fullName(),
                account.role(),
                OptionalLong.empty(),
                "",
                now,
                Instant.MIN,
                false,
                false);
    }

    /** Signs out. */
    @Transactional
    public void end(Actor actor, long session) {
        em.find(StaffSession.class, session).end(clock.instant());
        deeds.fire(Deed.done(actor, "SIGN_OUT", "SESSION", session));
    }
}
