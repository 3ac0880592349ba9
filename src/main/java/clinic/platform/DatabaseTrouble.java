package clinic.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** What a failure says about the database, whoever wrapped it. */
public enum DatabaseTrouble {
    /** The transaction was broken off to untie a deadlock or a long wait: doing it again is right. */
    TRY_AGAIN,
    /** The database cannot be reached: nothing was done. */
    AWAY,
    NONE;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final String CONNECTION_CLASS = "08";
    private static final int DEPTH = 20;

    public static DatabaseTrouble of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                    return TRY_AGAIN;
                }
                if (isConnection(sql)) {
                    return AWAY;
                }
            }
            if (cause instanceof DatabaseAway || isPoolExhausted(cause)) {
                return AWAY;
            }
        }
        return NONE;
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
