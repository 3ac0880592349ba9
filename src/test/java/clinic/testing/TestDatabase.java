package clinic.testing;

import clinic.launcher.CannotStart;
import clinic.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The real database under the container tests, started before Arquillian reads its configuration. Set {@code
 * clinic.test.db.url}, {@code .user} and {@code .password} to run them on another, such as MySQL.
 */
public class TestDatabase implements LauncherSessionListener {
    private EmbeddedDatabase database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("clinic.war") == null) {
            return;
        }
        try {
            Path home = Files.createTempDirectory("clinic-container-tests");
            System.setProperty("clinic.test.home", home.toString());
            if (System.getProperty("clinic.test.db.url") == null) {
                InstalledDatabase.putInto(home);
                database = EmbeddedDatabase.start(home);
                // Arquillian pastes it into XML.
                System.setProperty("clinic.test.db.url", database.url().replace("&", "&amp;"));
                System.setProperty("clinic.test.db.user", database.user());
                System.setProperty("clinic.test.db.password", database.password());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (CannotStart failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
        InstalledDatabase.delete();
    }
}
