package clinic.jobs;

import clinic.notification.Courier;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the courier look every two seconds for letters whose time has come, on every node. */
@Singleton
@Startup
@DependsOn("SecretGuard")
@TransactionManagement(TransactionManagementType.BEAN)
public class CourierTimer {
    private static final Logger LOG = Logger.getLogger(CourierTimer.class.getName());

    @Inject
    private Courier courier;

    private boolean stopped;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        try {
            courier.deliverDue();
            stopped = false;
        } catch (RuntimeException outage) {
            // The timer must outlive an outage of the database, and one line per outage is enough.
            LOG.log(stopped ? Level.FINE : Level.WARNING, "The courier could not work: {0}", outage.toString());
            stopped = true;
        }
    }
}
