package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends this node's courier off as soon as a letter is committed. A ring that is lost costs a moment only: the courier
 * also looks by itself every few seconds. Before he has looked for the first time the application is still starting,
 * and nobody answers.
 */
@ApplicationScoped
class Doorbell {
    private static final Logger LOG = Logger.getLogger(Doorbell.class.getName());
    private static final long ANSWERED_WITHIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private final AtomicReference<Ring> ringing = new AtomicReference<>();

    /** A ring that is not answered yet. */
    private record Ring(long at) {}

    @Inject
    private Courier courier;

    @Inject
    private Errand errand;

    Doorbell() {
        this.nanos = System::nanoTime;
    }

    Doorbell(Courier courier, Errand errand, LongSupplier nanos) {
        this.courier = courier;
        this.errand = errand;
        this.nanos = nanos;
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued letter) {
        Ring before = ringing.get();
        Ring ring = new Ring(nanos.getAsLong());
        boolean answeredSoon = before != null && ring.at() - before.at() < ANSWERED_WITHIN_NANOS;
        if (courier.isOnDuty() && !answeredSoon && ringing.compareAndSet(before, ring)) {
            send(ring);
        }
    }

    /** A ring nobody takes up must not keep the later ones from being heard. */
    private void send(Ring ring) {
        try {
            errand.run(() -> ringing.compareAndSet(ring, null));
        } catch (RuntimeException nobodyFree) {
            ringing.compareAndSet(ring, null);
            LOG.log(Level.FINE, "nobody was free to send off; the courier looks by itself", nobodyFree);
        }
    }
}
