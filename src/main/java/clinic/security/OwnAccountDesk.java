package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.patient.MailReach;
import clinic.patient.Texts;
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

/** What everybody does with her own account. */
@ApplicationScoped
public class OwnAccountDesk {
    private static final String ACCOUNT = "ACCOUNT";
    private static final int LONGEST_LABEL = 60;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SessionLimits limits;

    @Inject
    private TokenLifetime lifetime;

    @Inject
    private Proof proof;

    @Inject
    private MailReach reach;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    @Transactional
    public OwnAccount view(SignedIn self) {
        Account account = accounts.find(self.account()).orElseThrow(UnknownAccount::new);
        Instant now = clock.instant();
        return new OwnAccount(
                account.name(),
                account.fullName(),
                account.email(),
                account.hasSecondFactor(),
                em.createQuery("select count(c) from RecoveryCode c where c.account = :account", Long.class)
                        .setParameter("account", account.id())
                        .getSingleResult(),
                accounts.sessions(account.id()).stream()
                        .filter(session -> session.isAlive(limits, now) && !session.waitsForCode())
                        .map(session -> new OwnAccount.Session(
                                session.id(),
                                session.address(),
                                session.createdAt(),
                                session.lastSeenAt(),
                                self.session().stream().anyMatch(here -> here == session.id())))
                        .toList(),
                accounts.tokens(account.id()).stream()
                        .map(token -> new OwnAccount.Token(
                                token.id(),
                                token.label(),
                                token.createdAt(),
                                token.lastUsedAt(),
                                token.expiresAt(),
                                token.opens(now)))
                        .toList());
    }

    /** Every other browser has to sign in anew, and every token ends. */
    @Transactional
    public void changePassword(Actor actor, SignedIn self, String passwordHash) {
        proof.must(self);
        accounts.lock(self.account()).password(passwordHash);
        accounts.endTokens(self.account(), clock.instant());
        endOthers(self);
        tell(actor, "CHANGE_PASSWORD", self.account(), "password");
    }

    @Transactional
    public void changeMail(Actor actor, SignedIn self, String email) {
        proof.must(self);
        AccountRules.refuse(AccountRules.emailFlaws(email, reach));
        accounts.lock(self.account()).email(email);
        tell(actor, "CHANGE_MAIL", self.account(), "email");
    }

    /** Makes a token and gives its secret, this once. */
    @Transactional
    public String makeToken(Actor actor, SignedIn self, String label) {
        proof.must(self);
        String plain = Texts.line(label);
        if (plain.isEmpty() || Texts.flaw(label, LONGEST_LABEL).isPresent()) {
            throw new AccountRefused(List.of(AccountFlaw.LABEL_BAD));
        }
        String secret = Secrets.random();
        Account account = accounts.find(self.account()).orElseThrow(UnknownAccount::new);
        ApiToken token = new ApiToken(
                account, plain, PrivateLinks.fingerprint(secret), clock.instant(), lifetime.end(clock.instant()));
        em.persist(token);
        em.flush();
        deeds.fire(Deed.done(actor, "MAKE_TOKEN", "TOKEN", token.id()));
        return secret;
    }

    @Transactional
    public void revokeToken(Actor actor, SignedIn self, long id) {
        accounts.tokens(self.account()).stream()
                .filter(token -> token.id() == id)
                .forEach(token -> {
                    token.revoke(clock.instant());
                    deeds.fire(Deed.done(actor, "REVOKE_TOKEN", "TOKEN", id));
                });
    }

    @Transactional
    public void endSession(Actor actor, SignedIn self, long id) {
        accounts.sessions(self.account()).stream()
                .filter(session -> session.id() == id)
                .forEach(session -> {
                    session.end(clock.instant());
                    deeds.fire(Deed.done(actor, "END_SESSION", "SESSION", id));
                });
    }

    /** Signs out everywhere but here. */
    @Transactional
    public void endOtherSessions(Actor actor, SignedIn self) {
        endOthers(self);
        tell(actor, "END_SESSIONS", self.account());
    }

    private void endOthers(SignedIn self) {
        accounts.sessions(self.account()).stream()
                .filter(session -> self.session().stream().noneMatch(here -> here == session.id()))
                .forEach(session -> session.end(clock.instant()));
    }

    private void tell(Actor actor, String action, long account, String... fields) {
        deeds.fire(Deed.done(actor, action, ACCOUNT, account).fields(Set.of(fields)));
    }
}
