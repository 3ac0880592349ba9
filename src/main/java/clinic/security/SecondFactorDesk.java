package clinic.security;

import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Adding a phone to one's password, and taking it away. */
@ApplicationScoped
public class SecondFactorDesk {
    private static final int CODES = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactor factor;

    @Inject
    private Proof proof;

    @Inject
    private Event<Deed> deeds;

    /** What to show a phone; an empty seed asks for a new one. */
    @Transactional
    public SecondFactorOffer offer(SignedIn self, String seed) {
        proof.must(self);
        Account account = accounts.find(self.account()).orElseThrow(UnknownAccount::new);
        return factor.offer(account, seed.isEmpty() ? Secrets.random() : seed);
    }

    /** From now on the phone is asked for; gives the codes for the day it is lost. */
    @Transactional
    public List<String> add(Actor actor, SignedIn self, String seed, String code) {
        proof.must(self);
        Account account = accounts.lock(self.account());
        long step = factor.step(account.id(), seed, code, 0)
                .orElseThrow(() -> new AccountRefused(List.of(AccountFlaw.CODE_WRONG)));
        account.secondFactor(seed, step);
        deeds.fire(Deed.done(actor, "ADD_SECOND_FACTOR", "ACCOUNT", account.id()));
        return newCodes(account.id());
    }

    /** The old codes open nothing any more. */
    @Transactional
    public List<String> renewCodes(Actor actor, SignedIn self) {
        proof.must(self);
        accounts.lock(self.account());
        deeds.fire(Deed.done(actor, "RENEW_RECOVERY_CODES", "ACCOUNT", self.account()));
        return newCodes(self.account());
    }

    @Transactional
    public void remove(Actor actor, SignedIn self) {
        proof.must(self);
        accounts.lock(self.account()).withoutSecondFactor();
        forget(self.account());
        deeds.fire(Deed.done(actor, "REMOVE_SECOND_FACTOR", "ACCOUNT", self.account()));
    }

    private List<String> newCodes(long account) {
        forget(account);
        List<String> codes = Stream.generate(RecoveryCode::random).limit(CODES).toList();
        codes.forEach(code -> em.persist(new RecoveryCode(account, code)));
        return codes;
    }

    private void forget(long account) {
        em.createQuery("delete from RecoveryCode c where c.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
