package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries the letters of the outbox to the post. It takes some under a lease, hands each over outside any transaction
 * and enters what became of it; a letter that cannot be handed over never stops the others. There is one on every node,
 * and a crash between handing over and entering repeats that one letter, with the same Message-ID and calendar entry.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private static final int BATCH = 50;
    // A letter may take most of a minute against a dying server, and must still be within the lease.
    private static final Duration TRIP = DispatchDesk.LEASE.dividedBy(3);

    /** Whether letters can leave, as last seen. */
    private enum Way {
        UNKNOWN,
        OPEN,
        CLOSED
    }

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean onDuty;
    private volatile Way way = Way.UNKNOWN;
    private DispatchDesk desk;
    private Envelopes envelopes;
    private Postman postman;

    protected Courier() {}

    @Inject
    Courier(DispatchDesk desk, Envelopes envelopes, Postman postman) {
        this.desk = desk;
        this.envelopes = envelopes;
        this.postman = postman;
    }

    /** Delivers everything that is due. While this node's courier is out, another call returns at once. */
    @Transactional(TxType.NEVER)
    public void deliverDue() {
        onDuty = true;
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            List<OutboxMail> letters = desk.claim(BATCH);
            while (!letters.isEmpty() && deliver(letters)) {
                letters = desk.claim(BATCH);
            }
        } finally {
            busy.set(false);
        }
    }

    /** Whether he has ever looked: the timer lets him once the application has started. */
    boolean isOnDuty() {
        return onDuty;
    }

    /** Whether it is worth taking more. */
    private boolean deliver(List<OutboxMail> letters) {
        long setOff = System.nanoTime();
        NotDelivered away = null;
        try (Postman.Trip trip = postman.setOut()) {
            for (OutboxMail letter : letters) {
                if (away != null) {
                    desk.notDelivered(letter, away);
                } else if (System.nanoTime() - setOff > TRIP.toNanos()) {
                    desk.handBack(letter);
                } else {
                    away = deliver(letter, trip);
                }
            }
        }
        return away == null;
    }

    /** Nothing, or why no other letter need try on this trip. */
    private NotDelivered deliver(OutboxMail letter, Postman.Trip trip) {
        NotDelivered failure = handOver(letter, trip);
        if (failure == null) {
            desk.sent(letter);
            wayOpened();
            return null;
        }
        desk.notDelivered(letter, failure);
        if (failure.reason() == Reason.SERVER_AWAY) {
            wayClosed();
            return failure;
        }
        LOG.warning(() -> "Letter %s was not taken, try %d: %s"
                .formatted(letter.dedupKey(), letter.delivery().attempts(), failure.reason()));
        return null;
    }

    private NotDelivered handOver(OutboxMail letter, Postman.Trip trip) {
        try {
            trip.deliver(envelopes.of(letter));
            return null;
        } catch (NotDelivered failure) {
            return failure;
        } catch (RuntimeException defect) {
            LOG.log(Level.SEVERE, "Letter " + letter.dedupKey() + " could not be written", defect);
            return new NotDelivered(Reason.NOT_NOW, defect);
        }
    }

    private void wayOpened() {
        if (way != Way.OPEN) {
            way = Way.OPEN;
            desk.hurry();
        }
    }

    private void wayClosed() {
        if (way != Way.CLOSED) {
            way = Way.CLOSED;
            LOG.warning("The mail server does not take letters; they wait and will be tried again");
        }
    }
}
