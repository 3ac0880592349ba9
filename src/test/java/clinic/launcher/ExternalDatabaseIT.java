package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.testing.BesideTheOthers;
import clinic.testing.InstalledDatabase;
import clinic.testing.RunningClinic;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is refused at the start of a clinic whose database somebody else runs; the rest is told by two nodes on one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideTheOthers
class ExternalDatabaseIT {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    @TempDir
    static Path temporary;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws CannotStart {
        InstalledDatabase.putInto(temporary);
        database = EmbeddedDatabase.start(temporary);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(refusalOf(Map.of("CLINIC_DB_PASSWORD", "wrong")))
                .endsWith("refuses the login: check CLINIC_DB_USER and CLINIC_DB_PASSWORD.");
    }

    @Test
    void refusesASchemaThatIsNotThere() {
        String elsewhere = "jdbc:mysql://127.0.0.1:" + database.port() + "/elsewhere";

        assertThat(refusalOf(Map.of("CLINIC_DB_URL", elsewhere)))
                .endsWith("has no schema elsewhere for this user: check CLINIC_DB_URL and CLINIC_DB_USER.");
    }

    @Test
    void refusesASchemaThatCannotBeMigrated() throws SQLException {
        Asked.run(
                database,
                "DROP DATABASE clinic",
                "CREATE DATABASE clinic",
                "CREATE TABLE clinic.somebody_elses (id INT PRIMARY KEY)");

        assertThat(refusalOf(Map.of())).contains("check CLINIC_DB_URL", "Found non-empty schema(s) `clinic`");
    }

    private static String refusalOf(Map<String, String> changes) {
        try (RunningClinic refused = RunningClinic.prepare(settings(database.port(), changes), QUICK)) {
            refused.launch();
            await().atMost(Duration.ofMinutes(2)).until(() -> !refused.process().isAlive());

            assertThat(refused.process().exitValue()).isEqualTo(1);
            // A server that stops quickly may say so after us, once the logging is taken down.
            return refused.said()
                    .lines()
                    .filter(line -> !line.contains("Payara Micro STOPPED") && !line.contains("fish.payara."))
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }
    }

    private static Map<String, String> settings(int port, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "CLINIC_DB_URL",
                "jdbc:mysql://127.0.0.1:" + port + "/clinic",
                "CLINIC_DB_USER",
                database.user(),
                "CLINIC_DB_PASSWORD",
                database.password(),
                "CLINIC_SECRET",
                "0123456789abcdef0123456789abcdef"));
        settings.putAll(changes);
        return settings;
    }
}
