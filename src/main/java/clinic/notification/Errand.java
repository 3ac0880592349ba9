package clinic.notification;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One way of the courier on a thread of its own. An EJB, because a managed executor lends its thread the caller's
 * entity managers and closes them when it is done: seen in Payara, to the caller's surprise.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class Errand {
    private static final Logger LOG = Logger.getLogger(Errand.class.getName());

    @Inject
    private Courier courier;

    @Asynchronous
    public void run(Runnable setOff) {
        setOff.run();
        try {
            courier.deliverDue();
        } catch (RuntimeException outage) {
            LOG.log(Level.FINE, "the letters wait for the courier's next look", outage);
        }
    }
}
