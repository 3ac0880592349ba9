package clinic.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a migration, and whether what it makes is there already. MySQL 8 and MariaDB 10.6 make a table or change
 * one as a whole, so that a statement was done or was not; what is there by half has another cause, and is left to people.
 */
record SchemaChange(String sql, List<String> script) {
    private static final String WORD = "`?(\\w+)`?";
    private static final Pattern CREATE_TABLE = Pattern.compile("(?is)\\s*CREATE\\s+TABLE\\s+" + WORD + ".*");
    private static final Pattern CREATE_INDEX =
            Pattern.compile("(?is)\\s*CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+" + WORD + "\\s+ON\\s+" + WORD + ".*");
    private static final Pattern DROP_TABLE = Pattern.compile("(?is)\\s*DROP\\s+TABLE\\s+" + WORD + ".*");
    private static final Pattern ALTER_TABLE = Pattern.compile("(?is)\\s*ALTER\\s+TABLE\\s+" + WORD + ".*");
    private static final Pattern INSERT = Pattern.compile("(?is)\\s*INSERT\\s+(?:IGNORE\\s+)?INTO\\s+" + WORD + ".*");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    private static final Pattern ADD_COLUMN = Pattern.compile("(?i)\\bADD\\s+COLUMN\\s+" + WORD);
    private static final Pattern ADD_KEY = Pattern.compile("(?i)\\bADD\\s+(?:UNIQUE\\s+)?(?:KEY|INDEX)\\s+" + WORD);
    private static final Pattern ADD_CONSTRAINT = Pattern.compile("(?i)\\bADD\\s+CONSTRAINT\\s+" + WORD);
    private static final Pattern DROP_COLUMN = Pattern.compile("(?i)\\bDROP\\s+COLUMN\\s+" + WORD);
    private static final Pattern DROP_KEY = Pattern.compile("(?i)\\bDROP\\s+(?:KEY|INDEX)\\s+" + WORD);
    private static final Pattern DROP_CONSTRAINT =
            Pattern.compile("(?i)\\bDROP\\s+(?:CONSTRAINT|FOREIGN\\s+KEY|CHECK)\\s+" + WORD);
    private static final Pattern RENAME_COLUMN =
            Pattern.compile("(?i)\\b(?:RENAME|CHANGE)\\s+COLUMN\\s+" + WORD + "\\s+(?:TO\\s+)?" + WORD);

    /** There already, or gone already: table, column, key, constraint. */
    private static final Set<Integer> MADE_BEFORE =
            Set.of(1005, 1022, 1050, 1051, 1054, 1060, 1061, 1091, 1826, 3821, 3822, 3940);

    private static final String TABLES =
            "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?";
    private static final String COLUMNS = "SELECT 1 FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?";
    private static final String KEYS = "SELECT 1 FROM information_schema.statistics"
            + " WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ?";
    private static final String CONSTRAINTS = "SELECT 1 FROM information_schema.table_constraints"
            + " WHERE table_schema = DATABASE() AND table_name = ? AND constraint_name = ?";

    /** Whether all it makes is there, when the database has just refused to make it again. */
    boolean isMade(Connection database, SQLException refused) throws SQLException {
        if (!MADE_BEFORE.contains(refused.getErrorCode())) {
            return false;
        }
        Matcher create = CREATE_TABLE.matcher(sql);
        if (create.matches()) {
            return isThere(database, TABLES, create.group(1)) && isAsThisScriptLeftIt(database, create.group(1));
        }
        Matcher index = CREATE_INDEX.matcher(sql);
        if (index.matches()) {
            return isThere(database, KEYS, index.group(2), index.group(1));
        }
        Matcher drop = DROP_TABLE.matcher(sql);
        if (drop.matches()) {
            return !isThere(database, TABLES, drop.group(1));
        }
        Matcher alter = ALTER_TABLE.matcher(sql);
        return alter.matches() && isAltered(database, alter.group(1));
    }

    private boolean isAltered(Connection database, String table) throws SQLException {
        return all(database, ADD_COLUMN, COLUMNS, table, true)
                && all(database, ADD_KEY, KEYS, table, true)
                && all(database, ADD_CONSTRAINT, CONSTRAINTS, table, true)
                && all(database, DROP_COLUMN, COLUMNS, table, false)
                && all(database, DROP_KEY, KEYS, table, false)
                && all(database, DROP_CONSTRAINT, CONSTRAINTS, table, false)
                && isRenamed(database, table);
    }

    private boolean all(Connection database, Pattern names, String where, String table, boolean there)
            throws SQLException {
        Matcher name = names.matcher(withoutTexts());
        while (name.find()) {
            if (isThere(database, where, table, name.group(1)) != there) {
                return false;
            }
        }
        return true;
    }

    private boolean isRenamed(Connection database, String table) throws SQLException {
        Matcher names = RENAME_COLUMN.matcher(withoutTexts());
        while (names.find()) {
            boolean same = names.group(1).equalsIgnoreCase(names.group(2));
            if (!isThere(database, COLUMNS, table, names.group(2))
                    || !same && isThere(database, COLUMNS, table, names.group(1))) {
                return false;
            }
        }
        return true;
    }

    private String withoutTexts() {
        return TEXT.matcher(sql).replaceAll("''");
    }

    /** Nobody has used the table yet: it holds nothing, unless this very script fills it. */
    private boolean isAsThisScriptLeftIt(Connection database, String table) throws SQLException {
        return script.stream().anyMatch(other -> inserts(other, table))
                || !isThere(database, "SELECT 1 FROM " + table + " LIMIT 1");
    }

    /** Whether it inserts into a table that the same script has made, and that holds rows. */
    boolean hasFilled(Connection database) throws SQLException {
        Matcher insert = INSERT.matcher(sql);
        return insert.matches()
                && script.stream().anyMatch(other -> creates(other, insert.group(1)))
                && isThere(database, "SELECT 1 FROM " + insert.group(1) + " LIMIT 1");
    }

    private static boolean inserts(String statement, String table) {
        Matcher insert = INSERT.matcher(statement);
        return insert.matches() && insert.group(1).equalsIgnoreCase(table);
    }

    private static boolean creates(String statement, String table) {
        Matcher create = CREATE_TABLE.matcher(statement);
        return create.matches() && create.group(1).equalsIgnoreCase(table);
    }

    private static boolean isThere(Connection database, String question, String... names) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(question)) {
            for (int name = 0; name < names.length; name++) {
                query.setString(name + 1, names[name]);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
