package clinic.security;

import clinic.staff.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everybody who works here. Those of a demonstration are strangers in every other house. */
@ApplicationScoped
class Accounts {
    @PersistenceContext
    private EntityManager em;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demonstration;

    /** Whoever may come in by that name. */
    Optional<Account> find(String typed) {
        return named(typed).filter(this::lets);
    }

    Optional<Account> named(String typed) {
        return em
                .createQuery("select a from Account a where a.name = :name", Account.class)
                .setParameter("name", Account.nameOf(typed))
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean lets(Account account) {
        return account.letIn(demonstration);
    }

    List<Account> all() {
        return em.createQuery("select a from Account a order by a.name", Account.class).getResultList().stream()
                .filter(account -> demonstration || !account.isOfADemonstration())
                .toList();
    }

    /** All there ever were: histories name them. */
    List<Account> everyone() {
        return em.createQuery("select a from Account a", Account.class).getResultList();
    }

    /** Whoever may come in and goes by that name or reads that mail. */
    List<Account> reachableBy(String typed) {
        return em
                .createQuery("select a from Account a where a.name = :name or lower(a.email) = :name", Account.class)
                .setParameter("name", Account.nameOf(typed))
                .getResultList()
                .stream()
                .filter(this::lets)
                .toList();
    }

    /** Accounts made in a demonstration stay in it. */
    boolean inDemonstration() {
        return demonstration;
    }

    Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    Account lock(long id) {
        return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(UnknownAccount::new);
    }

    /** Every account that may administer, locked and read anew, in the order of their numbers. */
    List<Account> lockAdmins() {
        List<Account> admins = em.createQuery(
                        "select a from Account a where a.role = :admin order by a.id", Account.class)
                .setParameter("admin", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        admins.forEach(em::refresh);
        return admins.stream().filter(account -> account.role() == Role.ADMIN).toList();
    }

    /** Whether it must have a second factor and has none. */
    boolean owesFactor(Account account) {
        return !demonstration
                && Set.of(Role.ADMIN, Role.PRESCRIBER).contains(account.role())
                && !account.hasSecondFactor();
    }

    /** The tokens of an account that were not revoked, expired or not. */
    List<ApiToken> tokens(long account) {
        return em.createQuery(
                        "select t from ApiToken t where t.account.id = :account and t.revokedAt is null order by t.id",
                        ApiToken.class)
                .setParameter("account", account)
                .getResultList();
    }

    void endTokens(long account, Instant now) {
        tokens(account).forEach(token -> token.revoke(now));
    }

    /** Those that have not been ended; how long they last is not looked at. */
    List<StaffSession> sessions(long account) {
        return em.createQuery(
                        "select s from StaffSession s where s.account.id = :account and s.endedAt is null order by s.id",
                        StaffSession.class)
                .setParameter("account", account)
                .getResultList();
    }

    Account add(Account account) {
        em.persist(account);
        em.flush();
        return account;
    }
}
