package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Hold;
import clinic.capacity.Holds;
import clinic.capacity.Ledger;
import clinic.platform.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps a time for whoever is filling the form. Every method is one transaction. */
@Retried
@ApplicationScoped
public class HoldDesk {
    public static final Duration KEPT = Duration.ofMinutes(10);

    @Inject
    private Ledger ledger;

    @Inject
    private Holds holds;

    @Inject
    private PrivateLinks links;

    @Inject
    private RememberedAnswers answers;

    @Inject
    private Clock clock;

    @Inject
    private PublicCaps caps;

    /** A hold as its holder sees it. */
    public record Held(String token, Slot slot, java.time.Instant expiresAt) {}

    /** Holds the slot by these claims, in place of an older hold of the same holder; refuses with SLOT_TAKEN. */
    @Transactional
    Held hold(Slot slot, List<Claim> claims, long replaced, String address, Optional<RequestKey> key) {
        if (key.isPresent() && !answers.take(key.get())) {
            return answered(key.get()).orElseThrow();
        }
        caps.mustHold(slot.day(), replaced, address);
        if (!ledger.lock(claims, replaced).fit(claims)) {
            throw new BookingRefused(Reason.SLOT_TAKEN);
        }
        Hold hold = holds.add(
                new Hold(slot, claims, caps.pseudonym(address), clock.instant().plus(KEPT)),
                id -> PrivateLinks.fingerprint(links.holdToken(id)));
        if (replaced != Ledger.NO_HOLD) {
            holds.remove(replaced);
        }
        key.ifPresent(mine -> answers.taken(mine).answer(hold.id(), null, slot));
        return held(hold);
    }

    /** The hold a token names, live or not. */
    @Transactional
    Optional<Hold> find(String token) {
        return holds.find(PrivateLinks.fingerprint(token));
    }

    /** What a repeated request was answered the first time, even if that hold was given up since. */
    @Transactional
    Optional<Held> answered(RequestKey key) {
        return answers.find(key).map(answer -> holds.find(answer.subject())
                .map(this::held)
                .orElseGet(() -> new Held(
                        links.holdToken(answer.subject()),
                        answer.slot(),
                        answer.createdAt().plus(KEPT))));
    }

    /** Gives a time back at once; a token that names nothing has nothing to give back. */
    @Transactional
    public void release(String token) {
        find(token).ifPresent(hold -> holds.remove(hold.id()));
    }

    /** Sweeps up long expired holds. */
    @Transactional
    public int sweep() {
        return holds.sweep(clock.instant().minus(Duration.ofHours(1)));
    }

    private Held held(Hold hold) {
        return new Held(links.holdToken(hold.id()), hold.slot(), hold.expiresAt());
    }
}
