package clinic.platform;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;

/** Why the application does not start, for the person who starts it: the launcher ends with this one sentence. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(StartRefused.class.getName());

    /** What this logger says, the launcher gives as the reason. */
    private static final Logger REASON = Logger.getLogger("clinic.refusal");

    public StartRefused(String sentence) {
        super(sentence);
        REASON.severe(sentence);
    }

    StartRefused(MigrationStopped stopped) {
        this(stopped.getMessage());
        LOG.log(Level.INFO, "The schema stays as it is", stopped);
    }

    /** A schema this application's migrations do not fit: somebody else's, a newer one, a changed history. */
    StartRefused(FlywayException unfit) {
        this("The database could not be brought to this version (check CLINIC_DB_URL): "
                + unfit.getMessage().strip().lines().findFirst().orElse(""));
        LOG.log(Level.INFO, "The schema stays as it is", unfit);
    }
}
