package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.testing.BesideTheOthers;
import clinic.testing.InstalledDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheOthers
class EmbeddedDatabaseGuardIT {
    @TempDir
    static Path temporary;

    private static Path home;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws CannotStart {
        home = temporary.resolve("home");
        InstalledDatabase.putInto(home);
        database = EmbeddedDatabase.start(home);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "", "clinic", "mariadb.sys"})
    void letsNobodyInWithoutThePassword(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM mysql.global_priv",
                "CREATE DATABASE other",
                "CREATE USER other@'%'",
                "SELECT 1 INTO OUTFILE 'out'",
                "LOAD DATA INFILE '/etc/passwd' INTO TABLE note",
                "SET GLOBAL max_connections = 1",
                "SHUTDOWN"
            })
    void givesItsUserNothingButTheSchema(String statement) {
        assertThatThrownBy(() -> Asked.run(database, statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    @Test
    void leavesNoPasswordForOthersToRead() throws IOException {
        Path access = home.resolve("database/access.properties");

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(access)).isEqualTo("rw-------");
        assertThat(access).content().contains(database.password());
        assertThat(home.resolve("database/first-statements.sql")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "bind_address,127.0.0.1",
        "transaction_isolation,READ-COMMITTED",
        "time_zone,+00:00",
        "innodb_lock_wait_timeout,5",
        "innodb_flush_log_at_trx_commit,1",
        "character_set_server,utf8mb4"
    })
    void runsAsTheApplicationNeedsIt(String variable, String value) throws SQLException {
        assertThat(Asked.ask(database, "SELECT @@global." + variable)).isEqualTo(value);
    }

    @Test
    void isNoLaxerThanMySql() throws SQLException {
        assertThat(Asked.ask(database, "SELECT @@global.sql_mode").split(","))
                .contains("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES", "NO_ZERO_IN_DATE", "NO_ZERO_DATE");
    }

    @Test
    void readsAndWritesFilesInOneEmptyFolderAtMost() throws IOException, SQLException {
        Path files = Path.of(Asked.ask(database, "SELECT @@global.secure_file_priv"));

        assertThat(files.toRealPath()).isEqualTo(home.toRealPath().resolve("database/files"));
        assertThat(files).isEmptyDirectory();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
