package clinic.jobs;

import clinic.downtime.DowntimeSheets;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** At the start and every hour, on every node: writes the downtime sheets into the home of the node. */
@Singleton
@Startup
@DependsOn({"Migrations", "StartOfDay"})
@TransactionManagement(TransactionManagementType.BEAN)
public class DowntimeTimer {
    private static final Logger LOG = Logger.getLogger(DowntimeTimer.class.getName());

    @Inject
    private DowntimeSheets sheets;

    @PostConstruct
    @Schedule(hour = "*", minute = "3", persistent = false)
    void write() {
        try {
            sheets.write();
        } catch (RuntimeException outage) {
            // A full disk or a database that is away must end neither the start nor the timer.
            LOG.log(Level.WARNING, "The downtime sheets could not be written: {0}", outage.toString());
        }
    }
}
