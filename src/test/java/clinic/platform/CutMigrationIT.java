package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.launcher.EmbeddedDatabase;
import clinic.testing.BesideTheOthers;
import clinic.testing.InstalledDatabase;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every migration is cut off at every statement, as a killed server leaves it, and the next start completes it: the schema
 * and its rows are those of a start that nobody disturbed. Set {@code clinic.test.migrations.url}, {@code .user} and
 * {@code .password} to try it on another database, such as MySQL; its schema is dropped.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideTheOthers
class CutMigrationIT {
    @TempDir
    static Path home;

    private static EmbeddedDatabase embedded;
    private static MysqlDataSource database;
    private static String schema;

    /** How the cut leaves the books: what is entered of the statements, and what Flyway's history says. */
    private enum Cut {
        BEFORE_IT_WAS_ENTERED,
        AFTER_IT_WAS_ENTERED,
        BY_A_VERSION_THAT_ENTERS_NOTHING,
        BY_A_FAILURE_OF_SUCH_A_VERSION
    }

    /** The process is gone: nothing behind this is done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeAll
    static void start() throws Exception {
        database = new MysqlDataSource();
        String url = System.getProperty("clinic.test.migrations.url");
        if (url == null) {
            InstalledDatabase.putInto(home);
            embedded = EmbeddedDatabase.start(home);
            database.setUrl(embedded.url());
            database.setUser(embedded.user());
            database.setPassword(embedded.password());
        } else {
            database.setUrl(url);
            database.setUser(System.getProperty("clinic.test.migrations.user"));
            database.setPassword(System.getProperty("clinic.test.migrations.password"));
        }
        try (Connection connection = database.getConnection()) {
            schema = connection.getCatalog();
        }
    }

    @AfterAll
    static void stop() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + schema);
            statement.execute("CREATE DATABASE " + schema);
        }
    }

    /** One cut after the other, at every statement: what each leaves is what a single one there would leave. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void completesAnyMigrationThatWasCutOffAnywhere(boolean byAVersionThatEntersNothing) throws SQLException {
        Past past = new Past();
        Schema.bringForward(database, new ResumableMigrations(past));
        Set<String> undisturbed = everything();
        assertThat(undisturbed).contains("rows series_estimate 1", "rows visit_rule 4");
        empty();

        Cutting cutting = new Cutting(byAVersionThatEntersNothing);
        while (isKilled(cutting)) {
            cutting.leaveTheBooks();
        }

        assertThat(cutting.done).isEqualTo(past.seen).hasSizeGreaterThan(60);
        assertThat(everything()).isEqualTo(undisturbed);
    }

    private static boolean isKilled(Cutting cutting) {
        try {
            Schema.bringForward(database, new ResumableMigrations(cutting));
            return false;
        } catch (Killed cut) {
            return true;
        }
    }

    /** Rows as an older version left them, so that statements which change rows have some to change. */
    private static class Past implements MigrationScript.Moment {
        final Set<String> seen = new TreeSet<>();
        private final Set<String> filled = new HashSet<>();

        @Override
        public void reached(String version, int statement, boolean entered) {
            seen.add(version + "." + statement);
            if (version.equals("10") && filled.add(version)) {
                run(
                        "INSERT INTO resource (id, name, kind) VALUES (1, 'C1', 'ROOM'), (2, 'Ana', 'CLINICIAN')",
                        "INSERT INTO visit_rule (kind, minutes, grid_minutes, lead_minutes, horizon_days, turnover_minutes)"
                                + " VALUES ('CONSULTATION', 30, 30, 120, 90, 0)",
                        "INSERT INTO patient (id, first_name, last_name, email, phone, language, adult, created_at, version)"
                                + " VALUES (1, 'Ana', 'Ruiz', 'ana@example.org', '+18185550142', 'en', 1, NOW(6), 1)",
                        "INSERT INTO appointment (id, uid, patient_id, kind, status, day, start_q, end_q, room_id, clinician_id,"
                                + " revision, link_generation, clinical_review, late_cancel, created_at, version)"
                                + " VALUES (1, UUID(), 1, 'CONSULTATION', 'CANCELLED', '2026-12-01', 36, 38, 1, 2, 0, 0, 0, 1, NOW(6), 1)",
                        "INSERT INTO visit_edge (appointment_id, edge, actor, at, reason)"
                                + " VALUES (1, 'CANCEL', 'HOUSE', NOW(6), 'The clinic is closed.')");
            }
            if (version.equals("65") && filled.add(version)) {
                run(
                        "INSERT INTO series (id, patient_id, protocol, protocol_version, state, revision, created_at, version)"
                                + " VALUES (1, 1, 'MOOD_6', 1, 'PLANNED', 0, NOW(6), 1)",
                        "INSERT INTO series_visit (series_id, no, appointment_id, commitment) VALUES (1, 1, 1, 'FIRM')");
            }
        }
    }

    private static final class Cutting implements MigrationScript.Moment {
        final Set<String> done = new TreeSet<>();
        private final Past past = new Past();
        private final boolean byAVersionThatEntersNothing;
        private String version = "";
        private Cut cut;

        Cutting(boolean byAVersionThatEntersNothing) {
            this.byAVersionThatEntersNothing = byAVersionThatEntersNothing;
        }

        @Override
        public void reached(String of, int statement, boolean entered) {
            past.reached(of, statement, entered);
            Cut next = Cut.values()[(byAVersionThatEntersNothing ? 2 : 0) + statement % 2];
            if (entered != (next == Cut.BEFORE_IT_WAS_ENTERED) && done.add(of + "." + statement)) {
                version = of;
                cut = next;
                throw new Killed();
            }
        }

        void leaveTheBooks() {
            if (cut == Cut.BY_A_VERSION_THAT_ENTERS_NOTHING || cut == Cut.BY_A_FAILURE_OF_SUCH_A_VERSION) {
                run("DROP TABLE migration_progress");
            }
            if (cut == Cut.BY_A_FAILURE_OF_SUCH_A_VERSION) {
                run("INSERT INTO flyway_schema_history SELECT COALESCE(MAX(installed_rank), 0) + 1, '" + version
                        + "', 'cut', 'SQL', 'V" + version + "__cut.sql', 0, 'clinic', NOW(), 1, 0"
                        + " FROM flyway_schema_history");
            }
        }
    }

    @Test
    void saysWhatToDoWhenAStatementFailsAndGoesOnThere() {
        ResumableMigrations scripts = new ResumableMigrations((version, statement, entered) -> {
            if (version.equals("20") && statement == 1 && entered) {
                run("CREATE TABLE staff_session (id INT)", "INSERT INTO staff_session VALUES (1)");
            }
        });
        assertThatThrownBy(() -> Schema.bringForward(database, scripts))
                .isInstanceOf(MigrationStopped.class)
                .hasMessageMatching("The database could not be brought to version 20: statement 2 of 4 failed"
                        + " \\(.*staff_session.* exists\\); nothing is lost: correct the cause and start again, and it"
                        + " goes on at that statement\\.");
        run("DROP TABLE staff_session");
        Schema.bringForward(database, new ResumableMigrations());
    }

    @Test
    void refusesAScriptThatIsNotTheOneThatRan() {
        Schema.bringForward(database, new ResumableMigrations());
        run("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '30'");
        assertThatThrownBy(() -> Schema.bringForward(database, new ResumableMigrations()))
                .hasMessageContaining("30")
                .hasMessageContaining("checksum");
    }

    private static void run(String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Every column, key, constraint, version and number of rows; not what the books are kept in. */
    private static Set<String> everything() throws SQLException {
        Set<String> lines = new TreeSet<>();
        ask(
                lines,
                "column",
                "SELECT table_name, column_name, ordinal_position, column_default, is_nullable, column_type,"
                        + " collation_name, extra, column_comment FROM information_schema.columns WHERE table_schema = DATABASE()");
        ask(
                lines,
                "key",
                "SELECT table_name, index_name, seq_in_index, column_name, non_unique FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE()");
        ask(
                lines,
                "constraint",
                "SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints"
                        + " WHERE table_schema = DATABASE()");
        ask(lines, "version", "SELECT version, script, checksum, success FROM flyway_schema_history");
        List<String> tables = lines.stream()
                .filter(line -> line.startsWith("column "))
                .map(line -> line.split(" ")[1])
                .distinct()
                .filter(table -> !table.equals("migration_progress"))
                .toList();
        for (String table : tables) {
            ask(lines, "rows " + table, "SELECT COUNT(*) FROM " + table);
        }
        return lines;
    }

    private static void ask(Set<String> lines, String what, String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder(what);
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    line.append(' ').append(rows.getString(column));
                }
                lines.add(line.toString());
            }
        }
    }
}
