package clinic.security;

import clinic.patient.MailReach;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Role;
import clinic.staff.StaffLetter;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Who works here: an admin's task. Nobody changes her own role or shuts herself out, so an admin always remains. */
@ApplicationScoped
public class TeamDesk {
    private static final String ACCOUNT = "ACCOUNT";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountLinkDesk links;

    @Inject
    private SignInDesk signIn;

    @Inject
    private SessionLimits limits;

    @Inject
    private Proof proof;

    @Inject
    private MailReach reach;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    @Transactional
    public List<Member> team(Actor actor) {
        actor.must(Task.ADMINISTER);
        return accounts.all().stream().map(this::member).toList();
    }

    private Member member(Account account) {
        Instant now = clock.instant();
        return new Member(
                account.id(),
                account.name(),
                account.fullName(),
                account.email(),
                account.role(),
                account.disabled(),
                account.passwordHash().isEmpty(),
                signIn.isLocked(account.name(), now),
                account.hasSecondFactor(),
                accounts.sessions(account.id()).stream()
                        .filter(session -> session.isAlive(limits, now) && !session.waitsForCode())
                        .map(StaffSession::lastSeenAt)
                        .max(Comparator.naturalOrder()));
    }

    /** Makes the account and owes its letter. */
    @Transactional
    public void invite(Actor actor, SignedIn self, NewAccount wanted) {
        actor.must(Task.ADMINISTER);
        proof.must(self);
        List<AccountFlaw> flaws = new ArrayList<>(AccountRules.flaws(wanted, reach));
        if (accounts.named(wanted.name()).isPresent()) {
            flaws.add(AccountFlaw.NAME_TAKEN);
        }
        AccountRules.refuse(flaws);
        Account account = accounts.add(new Account(wanted, accounts.inDemonstration(), clock.instant()));
        links.issue(account, StaffLetter.Kind.INVITATION);
        deeds.fire(
                Deed.done(actor, "INVITE", ACCOUNT, account.id()).fields(Set.of("name", "fullName", "email", "role")));
    }

    @Transactional
    public void inviteAgain(Actor actor, SignedIn self, long id) {
        Account account = another(actor, self, id);
        if (account.passwordHash().isEmpty()) {
            links.issue(account, StaffLetter.Kind.INVITATION);
            tell(actor, "INVITE", account);
        }
    }

    @Transactional
    public void giveRole(Actor actor, SignedIn self, long id, Role role) {
        Account account = another(actor, self, id);
        account.role(role);
        endSessions(account);
        tell(actor, "GIVE_ROLE_" + role, account, "role");
    }

    /** Lets her in no more, or again. Her tokens end for good. */
    @Transactional
    public void disable(Actor actor, SignedIn self, long id, boolean out) {
        Account account = another(actor, self, id);
        account.disable(out);
        if (out) {
            accounts.endTokens(account.id(), clock.instant());
        }
        endSessions(account);
        tell(actor, out ? "DISABLE" : "ENABLE", account, "disabled");
    }

    @Transactional
    public void endSessions(Actor actor, SignedIn self, long id) {
        Account account = another(actor, self, id);
        endSessions(account);
        tell(actor, "END_SESSIONS", account);
    }

    /** She may try her password again at once. */
    @Transactional
    public void unlock(Actor actor, SignedIn self, long id) {
        Account account = another(actor, self, id);
        signIn.forget(account.name());
        tell(actor, "UNLOCK", account);
    }

    /** For who lost both her phone and the codes on paper, and stands before the admin. */
    @Transactional
    public void removeSecondFactor(Actor actor, SignedIn self, long id) {
        Account account = another(actor, self, id);
        account.withoutSecondFactor();
        em.createQuery("delete from RecoveryCode c where c.account = :account")
                .setParameter("account", id)
                .executeUpdate();
        tell(actor, "REMOVE_SECOND_FACTOR", account, "secondFactor");
    }

    /**
     * Another account, to be changed. All admins are locked before it, in one order, and who acts must be one of them
     * still: two who shut each other out at once would leave nobody.
     */
    private Account another(Actor actor, SignedIn self, long id) {
        actor.must(Task.ADMINISTER);
        proof.must(self);
        if (self.account() == id) {
            throw new AccountRefused(List.of(AccountFlaw.ONESELF));
        }
        List<Account> admins = accounts.lockAdmins();
        if (admins.stream().noneMatch(admin -> admin.id() == self.account() && accounts.lets(admin))) {
            throw new AccountRefused(List.of(AccountFlaw.LAST_ADMIN));
        }
        return accounts.lock(id);
    }

    private void endSessions(Account account) {
        Instant now = clock.instant();
        accounts.sessions(account.id()).forEach(session -> session.end(now));
    }

    private void tell(Actor actor, String action, Account account, String... fields) {
        deeds.fire(Deed.done(actor, action, ACCOUNT, account.id()).fields(Set.of(fields)));
    }
}
