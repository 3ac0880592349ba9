package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends this node's courier off as soon as a letter is committed. A ring that is lost costs a moment only: the courier
 * also looks by itself every few seconds. Before he has looked for the first time the application is still starting,
 * and nobody answers.
 */
@ApplicationScoped
class Doorbell {
    private final AtomicBoolean ringing = new AtomicBoolean();

    @Inject
    private Courier courier;

    @Inject
    private Errand errand;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued letter) {
        if (courier.isOnDuty() && ringing.compareAndSet(false, true)) {
            errand.run(() -> ringing.set(false));
        }
    }
}
