package clinic.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends this node's courier off as soon as a letter is committed, on a thread of its own. A ring that is lost costs a
 * moment only: the courier also looks by itself every few seconds.
 */
@ApplicationScoped
class Doorbell {
    private static final Logger LOG = Logger.getLogger(Doorbell.class.getName());

    private final AtomicBoolean ringing = new AtomicBoolean();

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Courier courier;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued letter) {
        if (ringing.compareAndSet(false, true)) {
            threads.execute(this::answer);
        }
    }

    private void answer() {
        ringing.set(false);
        try {
            courier.deliverDue();
        } catch (RuntimeException outage) {
            LOG.log(Level.FINE, "the letters wait for the courier's next look", outage);
        }
    }
}
