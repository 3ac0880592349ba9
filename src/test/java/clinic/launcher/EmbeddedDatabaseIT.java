package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.testing.BesideTheOthers;
import clinic.testing.InstalledDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
@BesideTheOthers
class EmbeddedDatabaseIT {
    @TempDir
    Path temporary;

    private Path home;

    @BeforeEach
    void nameTheHome() {
        home = temporary.resolve("home");
    }

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            Asked.run(database, "CREATE TABLE note (text VARCHAR(20))");
            Asked.run(database, "INSERT INTO note VALUES ('Zoë \uD83E\uDD8B')");
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.start(home)) {
            assertThat(Asked.ask(again, "SELECT text FROM note")).isEqualTo("Zoë \uD83E\uDD8B");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws Exception {
        InstalledDatabase.putInto(home);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            Asked.run(database, "CREATE TABLE note (text VARCHAR(20))");
            Asked.run(database, "INSERT INTO note VALUES ('kept')");
            kill(database.pid());
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.start(home)) {
            assertThat(Asked.ask(again, "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void refusesASecondOneOnTheSameHome() throws Exception {
        InstalledDatabase.putInto(home);
        try (EmbeddedDatabase first = EmbeddedDatabase.start(home)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(home)).hasMessageContaining("already running");

            assertThat(Asked.ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        Path other = temporary.resolve("other");
        InstalledDatabase.putInto(home);
        InstalledDatabase.putInto(other);
        try (EmbeddedDatabase somebodyElse = EmbeddedDatabase.start(other)) {
            Files.writeString(home.resolve("database/port"), Integer.toString(somebodyElse.port()));
            try (EmbeddedDatabase again = EmbeddedDatabase.start(home)) {
                assertThat(again.port()).isNotEqualTo(somebodyElse.port());
                assertThat(Asked.ask(again, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void beginsAnewWhenTheFirstStartWasKilledHalfway() throws Exception {
        Files.createDirectories(home.resolve("database/data.unfinished"));
        Files.writeString(home.resolve("database/data.unfinished/ibdata1"), "half");
        Files.createDirectories(home.resolve("database/mariadb-11.4.5.unfinished/bin"));
        Files.writeString(home.resolve("database/mariadb-11.4.5.unfinished/bin/mariadbd"), "half");
        Files.createFile(home.resolve("lock"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertThat(Asked.ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }
}
