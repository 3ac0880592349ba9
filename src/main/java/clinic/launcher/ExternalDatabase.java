package clinic.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A MySQL database that somebody else runs. When it is away at the start, the start waits for it; what waiting cannot
 * cure, such as a wrong password, ends the start.
 */
final class ExternalDatabase {
    private static final int PATIENCE_MILLIS = 2000;
    private static final String NO_SUCH_LOGIN = "28000";
    private static final String NO_SUCH_SCHEMA = "42000";

    private final JdbcUrl url;
    private final Properties login = new Properties();

    ExternalDatabase(JdbcUrl url, String user, String password) {
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
    }

    /** Comes back when the database has let us in. The driver lies in the application's archive. */
    void await(Path war, Path temporary, Progress progress) throws CannotStart, IOException, InterruptedException {
        URL jar = unpackDriver(war, temporary).toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader("driver", new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) loader.loadClass("com.mysql.cj.jdbc.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
            boolean said = false;
            while (!answers() || !letsUsIn(driver)) {
                if (!said) {
                    progress.say("The database at " + url.where()
                            + " does not answer yet; waiting for it (CLINIC_DB_URL says where it is)");
                    said = true;
                }
                Thread.sleep(PATIENCE_MILLIS / 2);
            }
        } catch (ReflectiveOperationException otherDriver) {
            throw new CannotStart("clinic.war does not hold the MySQL driver this clinic.jar needs.", otherDriver);
        }
    }

    private boolean answers() {
        return url.hosts().stream().anyMatch(ExternalDatabase::answers);
    }

    private static boolean answers(InetSocketAddress host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHostString(), host.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    private boolean letsUsIn(Driver driver) throws CannotStart {
        try (Connection connection = driver.connect(url.text(), login)) {
            return !connection.isClosed();
        } catch (SQLException refused) {
            String state = refused.getSQLState() == null ? "" : refused.getSQLState();
            if (state.equals(NO_SUCH_LOGIN)) {
                throw new CannotStart(
                        "The database at " + url.where()
                                + " refuses the login: check CLINIC_DB_USER and CLINIC_DB_PASSWORD.",
                        refused);
            }
            if (state.equals(NO_SUCH_SCHEMA)) {
                throw new CannotStart(
                        "The database at " + url.where() + " has no schema " + url.schema()
                                + " for this user: check CLINIC_DB_URL and CLINIC_DB_USER.",
                        refused);
            }
            return false;
        }
    }

    private static Path unpackDriver(Path war, Path temporary) throws CannotStart, IOException {
        try (JarFile archive = new JarFile(war.toFile())) {
            JarEntry driver = archive.stream()
                    .filter(entry -> entry.getName().matches("WEB-INF/lib/mysql-connector-j-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("clinic.war does not hold the MySQL driver."));
            Path jar = temporary.resolve("driver.jar");
            try (InputStream content = archive.getInputStream(driver)) {
                Files.copy(content, jar);
            }
            return jar;
        }
    }
}
