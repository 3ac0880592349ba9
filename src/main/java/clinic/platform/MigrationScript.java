package clinic.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.internal.jdbc.Results;

/**
 * One migration. The table {@code migration_progress} keeps how many of its statements are done: a change of rows is
 * entered in its own transaction, a change of the schema right after it. So at most one change of the schema is done and
 * not entered, and it was made as a whole or not at all; if the database says that it is there already, and it is, it
 * counts as done.
 *
 * <p>A script that was cut off before that table existed has no entry. Its statements are judged in the same way, and
 * rows that are there already count as inserted.
 */
final class MigrationScript implements MigrationExecutor {
    private static final String PROGRESS = """
            CREATE TABLE IF NOT EXISTS migration_progress (
                version VARCHAR(50) NOT NULL PRIMARY KEY,
                done    INT         NOT NULL COMMENT 'so many statements of the script, from its beginning'
            ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4""";

    private static final Pattern CHANGES_ROWS = Pattern.compile("(?is)\\s*(INSERT|UPDATE|DELETE|REPLACE)\\b.*");
    private static final int DUPLICATE_ENTRY = 1062;

    private final String version;
    private final Supplier<List<String>> script;
    private final Moment moment;
    /** Whether a statement was found done that is not entered. */
    private boolean resumed;

    /** When a statement is done, and either entered as done or not yet. */
    interface Moment {
        void reached(String version, int statement, boolean entered);
    }

    MigrationScript(String version, Supplier<List<String>> script, Moment moment) {
        this.version = version;
        this.script = script;
        this.moment = moment;
    }

    @Override
    public List<Results> execute(Context context) throws SQLException {
        Connection connection = context.getConnection();
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            run(connection, PROGRESS);
            goOn(connection, script.get());
        } finally {
            connection.setAutoCommit(before);
        }
        return List.of();
    }

    private void goOn(Connection connection, List<String> statements) throws SQLException {
        OptionalInt entered = done(connection);
        for (int number = entered.orElse(0) + 1; number <= statements.size(); number++) {
            int next = number;
            try {
                WholeStep.inTurn(() -> take(connection, statements, next, entered.isEmpty()));
            } catch (SQLException failure) {
                throw new MigrationStopped(version, number, statements.size(), failure);
            }
        }
    }

    private void take(Connection connection, List<String> statements, int number, boolean unentered)
            throws SQLException {
        SchemaChange statement = new SchemaChange(statements.get(number - 1), statements);
        if (CHANGES_ROWS.matcher(statement.sql()).matches()) {
            changeRows(connection, statement, number, unentered && resumed);
        } else {
            changeSchema(connection, statement, number);
        }
        moment.reached(version, number, true);
    }

    private void changeSchema(Connection connection, SchemaChange statement, int number) throws SQLException {
        try {
            run(connection, statement.sql());
        } catch (SQLException refused) {
            if (!statement.isMade(connection, refused)) {
                throw refused;
            }
            resumed = true;
        }
        moment.reached(version, number, false);
        enter(connection, number);
    }

    private void changeRows(Connection connection, SchemaChange statement, int number, boolean maybeDone)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (!maybeDone || !statement.hasFilled(connection)) {
                run(connection, statement.sql());
            }
            moment.reached(version, number, false);
            enter(connection, number);
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            if (!maybeDone || refused.getErrorCode() != DUPLICATE_ENTRY) {
                throw refused;
            }
            enter(connection, number);
            connection.commit();
        } finally {
            // Without it, whatever else went wrong would be committed by going back to single statements.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private OptionalInt done(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT done FROM migration_progress WHERE version = ?")) {
            query.setString(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    private void enter(Connection connection, int done) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "INSERT INTO migration_progress (version, done) VALUES (?, ?) ON DUPLICATE KEY UPDATE done = ?")) {
            update.setString(1, version);
            update.setInt(2, done);
            update.setInt(3, done);
            update.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public boolean shouldExecute() {
        return true;
    }
}
