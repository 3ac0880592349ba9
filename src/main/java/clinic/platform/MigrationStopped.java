package clinic.platform;

import java.sql.SQLException;

/** A statement of a migration failed: what happened and what to do, in one sentence. */
final class MigrationStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    MigrationStopped(String version, int statement, int statements, SQLException cause) {
        super(
                "The database could not be brought to version " + version + ": statement " + statement + " of "
                        + statements + " failed (" + cause.getMessage()
                        + "); nothing is lost: correct the cause and start again, and it goes on at that statement.",
                cause);
    }
}
