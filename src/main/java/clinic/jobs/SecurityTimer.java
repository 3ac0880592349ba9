package clinic.jobs;

import clinic.booking.LinkDesk;
import clinic.security.AccountLinks;
import clinic.security.AuditSealer;
import clinic.security.SecurityEventLog;
import clinic.security.SentFormDesk;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few seconds, on every node: seals the audit trail, and writes to who asked for a new password or for lost links. */
@Singleton
@Startup
@DependsOn("SecretGuard")
@TransactionManagement(TransactionManagementType.BEAN)
public class SecurityTimer {
    private static final Logger LOG = Logger.getLogger(SecurityTimer.class.getName());

    @Inject
    private AuditSealer sealer;

    @Inject
    private AccountLinks links;

    @Inject
    private SentFormDesk forms;

    @Inject
    private LinkDesk visitLinks;

    @Inject
    private SecurityEventLog refusals;

    private boolean stopped;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void look() {
        try {
            links.answer();
            visitLinks.answer();
            refusals.write();
            sealer.sealWhatIsNew();
            stopped = false;
        } catch (RuntimeException outage) {
            // The timer must outlive an outage of the database, and one line per outage is enough.
            LOG.log(
                    stopped ? Level.FINE : Level.WARNING,
                    "The audit trail could not be sealed: {0}",
                    outage.toString());
            stopped = true;
        }
    }

    /** What was sent is kept for half an hour, and not much longer. */
    @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false)
    void sweep() {
        try {
            forms.sweep();
        } catch (RuntimeException outage) {
            LOG.log(Level.FINE, "Sent forms could not be swept: {0}", outage.toString());
        }
    }
}
