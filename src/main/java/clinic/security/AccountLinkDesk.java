package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.StaffLetter;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes links to passwords, and takes them back in. */
@ApplicationScoped
class AccountLinkDesk {
    /** Nobody's mailbox is flooded by asking again and again. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private static final int LONGEST = 254;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SignInDesk signIn;

    @Inject
    private PrivateLinks links;

    @Inject
    private Clock clock;

    @Inject
    private Event<StaffLetter> letters;

    @Inject
    private Event<Deed> deeds;

    /** Makes the link, and owes its letter. */
    void issue(Account account, StaffLetter.Kind kind) {
        AccountLink link = new AccountLink(account, kind, clock.instant());
        em.persist(link);
        em.flush();
        link.known(PrivateLinks.fingerprint(links.key(StaffLetter.PURPOSE, Long.toString(link.id()))));
        letters.fire(link.letter());
    }

    /** Keeps what was typed: the same for a name that exists and for one that does not. */
    @Transactional
    public void ask(String typed) {
        em.createNativeQuery("insert into reset_request (typed, asked_at) values (?, ?)")
                .setParameter(1, typed.substring(0, Math.min(typed.length(), LONGEST)))
                .setParameter(2, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Writes to those who asked and exist. */
    @Retried
    @Transactional
    public void answer() {
        List<?> asked = em.createNativeQuery(
                        "select id, typed from reset_request order by id limit 50 for update skip locked")
                .getResultList();
        for (Object row : asked) {
            Object[] columns = (Object[]) row;
            accounts.reachableBy(columns[1].toString()).stream()
                    .filter(account -> !askedJustNow(account))
                    .forEach(account -> {
                        issue(account, StaffLetter.Kind.RESET);
                        deeds.fire(Deed.done(Actor.house(), "SEND_RESET", "ACCOUNT", account.id()));
                    });
            em.createNativeQuery("delete from reset_request where id = ?")
                    .setParameter(1, columns[0])
                    .executeUpdate();
        }
    }

    private boolean askedJustNow(Account account) {
        return em.createQuery(
                                "select count(l) from AccountLink l where l.account = :account and l.kind = :kind and l.createdAt > :since",
                                Long.class)
                        .setParameter("account", account)
                        .setParameter("kind", StaffLetter.Kind.RESET)
                        .setParameter("since", clock.instant().minus(PAUSE))
                        .getSingleResult()
                > 0;
    }

    /** Whose password the link leads to, while it is good. */
    @Transactional
    public Optional<OwnName> find(StaffLetter.Kind kind, String secret) {
        return link(kind, secret)
                .map(AccountLink::account)
                .map(account -> new OwnName(account.name(), account.fullName(), account.email()));
    }

    /** Who is meant by a link. */
    record OwnName(String name, String fullName, String email) {}

    private Optional<AccountLink> link(StaffLetter.Kind kind, String secret) {
        Instant now = clock.instant();
        return em
                .createQuery(
                        "select l from AccountLink l where l.fingerprint = :fingerprint and l.kind = :kind",
                        AccountLink.class)
                .setParameter("fingerprint", PrivateLinks.fingerprint(secret))
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .filter(link -> link.isOpen(now) && accounts.lets(link.account()))
                .findFirst();
    }

    /** Sets the password and closes every way to it that is still open; everybody has to sign in anew. */
    @Retried
    @Transactional
    public void redeem(StaffLetter.Kind kind, String secret, String passwordHash, String address) {
        AccountLink link = link(kind, secret).orElseThrow(LinkExpired::new);
        Account account = accounts.lock(link.account().id());
        em.refresh(link, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (!link.isOpen(now)) {
            throw new LinkExpired();
        }
        em.createQuery("select l from AccountLink l where l.account = :account and l.usedAt is null", AccountLink.class)
                .setParameter("account", account)
                .getResultList()
                .forEach(open -> open.use(now));
        account.password(passwordHash);
        accounts.sessions(account.id()).forEach(session -> session.end(now));
        accounts.endTokens(account.id(), now);
        signIn.forget(account.name());
        deeds.fire(Deed.done(SignInDesk.actor(account, address), "USE_" + kind, "ACCOUNT", account.id())
                .fields(Set.of("password")));
    }
}
