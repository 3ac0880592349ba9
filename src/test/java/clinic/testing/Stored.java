package clinic.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the database of a running clinic. */
public final class Stored {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = database()"
                    + " and table_name not in ('audit_entry', 'audit_seal')";

    private Stored() {}

    /**
     * Lets a prepared infusion be one that is being given, as if its day had come: before the clinic opens, and days
     * before its slot, no desk begins one.
     */
    public static void begun(RunningClinic clinic, int visit) {
        try (Connection connection = clinic.database();
                Statement statement = connection.createStatement()) {
            int begun = statement.executeUpdate("update appointment set status = 'IN_PROGRESS', status_before = null,"
                    + " version = version + 1 where status = 'PREPARING' and id = " + visit);
            if (begun != 1) {
                throw new AssertionError("not prepared: " + visit);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /**
     * How many rows every table has; but for the audit trail, where what was refused at the edge is written when a timer
     * comes by, whoever is being tested then.
     */
    public static Map<String, Long> rows(RunningClinic clinic) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = clinic.database();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(TABLES)) {
                while (result.next()) {
                    tables.add(result.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet result = statement.executeQuery("select count(*) from `" + table + "`")) {
                    result.next();
                    rows.put(table, result.getLong(1));
                }
            }
        }
        return rows;
    }

    /** Everything the ledger says that is not true: what is taken is the sum of the claims, and fits. */
    public static Set<String> untruths(RunningClinic clinic) throws SQLException {
        try (Connection connection = clinic.database()) {
            return LedgerByHand.mismatches(connection);
        }
    }
}
