package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes the accounts of a house that has none: those of a demonstration, or the first admin of a real one. */
@ApplicationScoped
class AccountDesk {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private TokenLifetime lifetime;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    @Transactional
    public boolean exists(String name) {
        return accounts.named(name).isPresent();
    }

    @Transactional
    public boolean isEmpty() {
        return em.createQuery("select count(a) from Account a where a.demo = false", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** One of a demonstration, unless another node has just made it. */
    @Transactional
    public void addForDemonstration(NewAccount wanted, String passwordHash) {
        oneAfterTheOther();
        if (accounts.named(wanted.name()).isEmpty()) {
            accounts.add(new Account(wanted, true, clock.instant())).password(passwordHash);
        }
    }

    @Transactional
    public void giveToken(String name, String label, String secret) {
        oneAfterTheOther();
        Account account = accounts.find(name).orElseThrow(UnknownAccount::new);
        String fingerprint = PrivateLinks.fingerprint(secret);
        Instant now = clock.instant();
        List<ApiToken> given = em.createQuery(
                        "select t from ApiToken t where t.fingerprint = :fingerprint", ApiToken.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList();
        if (given.isEmpty()) {
            em.persist(new ApiToken(account, label, fingerprint, now, lifetime.end(now)));
        }
        given.forEach(token -> token.renew(lifetime.end(now)));
    }

    /** Two nodes may begin at the same moment: the clinic's row lets one of them through. */
    private void oneAfterTheOther() {
        em.createNativeQuery("select id from clinic for update").getResultList();
    }

    /** The first admin. Two people with the link at the same moment: the clinic's row lets one of them through. */
    @Transactional
    public void addFirst(NewAccount wanted, String passwordHash, String address) {
        oneAfterTheOther();
        if (!isEmpty()) {
            throw new LinkExpired();
        }
        Account account = accounts.add(new Account(wanted, false, clock.instant()));
        account.password(passwordHash);
        Actor actor = SignInDesk.actor(account, address);
        deeds.fire(Deed.done(actor, "SET_UP", "ACCOUNT", account.id())
                .fields(Set.of("name", "fullName", "email", "role", "password")));
    }
}
