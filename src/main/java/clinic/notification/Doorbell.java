package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Sends this node's courier off as soon as a letter is committed. A ring that is lost costs a moment only: the courier
 * also looks by itself every few seconds. Before he has looked for the first time the application is still starting,
 * and nobody answers.
 */
@ApplicationScoped
class Doorbell {
    @Inject
    private Courier courier;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued letter) {
        if (courier.isOnDuty()) {
            courier.wake();
        }
    }
}
