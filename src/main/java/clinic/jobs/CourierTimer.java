package clinic.jobs;

import clinic.notification.Courier;
import clinic.notification.MailHealth;
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

    @Inject
    private MailHealth health;

    private boolean stopped;

    /** Often enough that a lease never ends while its holder is alive. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void keepLeases() {
        try {
            courier.keepLeases();
            health.count();
        } catch (RuntimeException outage) {
            LOG.log(Level.FINE, "Leases could not be renewed, or emails not counted: {0}", outage.toString());
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        try {
            courier.look();
            stopped = false;
        } catch (RuntimeException outage) {
            // The timer must outlive an outage of the database, and one line per outage is enough.
            LOG.log(stopped ? Level.FINE : Level.WARNING, "The courier could not work: {0}", outage.toString());
            stopped = true;
        }
    }
}
