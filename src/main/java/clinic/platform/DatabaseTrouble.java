package clinic.platform;

import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.ConnectionIsClosedException;
import com.mysql.cj.exceptions.StatementIsClosedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import javax.transaction.xa.XAException;

/**
 * What a failure says about the database, whoever wrapped it. Of any kind but {@link #NONE} and {@link #UNCERTAIN}, nothing
 * was done.
 */
public enum DatabaseTrouble {
    /** The transaction was broken off to untie a deadlock: doing it again is right. */
    DEADLOCK,
    /** Somebody held a row for too long. */
    LOCK_WAIT,
    /** The database cannot be reached, lets nobody in, or may not be written to. */
    AWAY,
    /** Its disk is full: it answers, and cannot write. */
    FULL,
    /** The connection broke while the transaction was committed: whether it was, nobody here knows. */
    UNCERTAIN,
    NONE;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK_FOUND = 1213;
    private static final String CONNECTION_CLASS = "08";
    private static final int DEPTH = 20;

    /** Shutting down, no thread or memory for us, a statement ended from outside; read-only, as before a switch of primary. */
    private static final Set<Integer> NO_SERVICE = Set.of(
            1040, 1041, 1037, 1038, 1053, 1135, 1152, 1158, 1159, 1160, 1161, 1184, 1203, 1226, 1290, 1317, 1792, 1836,
            1927, 2002, 2003, 2006, 2013, 3024, 3032, 3100, 3101, 3168, 1969, 4031);

    private static final Set<Integer> NO_SPACE = Set.of(1021, 1114, 3019, 3675);
    /** Their own words say whether it was the disk: "errno: 28", "error 28 from storage engine". */
    private static final Set<Integer> PERHAPS_NO_SPACE =
            Set.of(1, 3, 20, 126, 1004, 1016, 1026, 1030, 1180, 1181, 1296, 1598);

    public static DatabaseTrouble of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            DatabaseTrouble trouble = ofOne(cause);
            if (trouble != NONE) {
                return trouble;
            }
        }
        return NONE;
    }

    private static DatabaseTrouble ofOne(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return ofSql(sql);
        }
        if (cause instanceof XAException) {
            // All that Payara leaves of what the driver said to a commit.
            return UNCERTAIN;
        }
        return cause instanceof DatabaseAway || isClosed(cause) || isPoolExhausted(cause) ? AWAY : NONE;
    }

    /** A connection that breaks closes its statements, and who comes to one next hears of that alone. */
    private static boolean isClosed(Throwable cause) {
        return cause instanceof StatementIsClosedException
                || cause instanceof ConnectionIsClosedException
                || cause instanceof CJCommunicationsException;
    }

    private static DatabaseTrouble ofSql(SQLException sql) {
        int code = sql.getErrorCode();
        if (code == DEADLOCK_FOUND) {
            return DEADLOCK;
        }
        if (code == LOCK_WAIT_TIMEOUT) {
            return LOCK_WAIT;
        }
        if (NO_SPACE.contains(code) || PERHAPS_NO_SPACE.contains(code) && saysNoSpace(sql)) {
            return FULL;
        }
        return NO_SERVICE.contains(code) || isConnection(sql) ? AWAY : NONE;
    }

    private static boolean saysNoSpace(SQLException sql) {
        String words = String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("disk") || words.matches("(?s).*\\b28\\b.*");
    }

    private static boolean isConnection(SQLException sql) {
        return sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLTransientConnectionException
                || sql instanceof SQLRecoverableException
                || (sql.getSQLState() != null && sql.getSQLState().startsWith(CONNECTION_CLASS))
                || String.valueOf(sql.getMessage()).contains("Error in allocating a connection");
    }

    /** Payara's pool says so by a class of its own that an application cannot name. */
    private static boolean isPoolExhausted(Throwable cause) {
        String type = cause.getClass().getName();
        return type.endsWith(".PoolingException") || type.endsWith("ResourceAllocationException");
    }
}
