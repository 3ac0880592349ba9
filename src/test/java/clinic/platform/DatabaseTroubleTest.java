package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.ConnectionIsClosedException;
import com.mysql.cj.exceptions.StatementIsClosedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTroubleTest {
    /** As MySQL 9.7 and MariaDB 11.4 say it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1213 | 40001 | Deadlock found when trying to get lock; try restarting transaction | DEADLOCK
                    1205 | 40001 | Lock wait timeout exceeded; try restarting transaction             | LOCK_WAIT
                    1040 | 08004 | Too many connections                                               | AWAY
                    1203 | 42000 | User clinic already has more than 'max_user_connections' active connections | AWAY
                    1053 | 08S01 | Server shutdown in progress                                        | AWAY
                    1290 | HY000 | The MySQL server is running with the --super-read-only option so it cannot execute this statement | AWAY
                    1836 | HY000 | Running in read-only mode                                          | AWAY
                    1317 | 70100 | Query execution was interrupted                                    | AWAY
                    1021 | HY000 | Disk full (/tmp/#sql-temptable-1.MAI); waiting for someone to free some space... (errno: 28 "No space left on device") | FULL
                    1114 | HY000 | The table 'appointment' is full                                    | FULL
                    1030 | HY000 | Got error 28 "No space left on device" from storage engine InnoDB  | FULL
                    1026 | HY000 | Error writing file './binlog.000002' (Errcode: 28 "No space left on device") | FULL
                    3    | HY000 | Error writing file '/var/lib/mysql/binlog.index' (OS errno 28 - No space left on device) | FULL
                    1180 | HY000 | Got error 28 - 'No space left on device' during COMMIT             | FULL
                    1030 | HY000 | Got error 126 "Index is corrupted" from storage engine Aria        | NONE
                    1062 | 23000 | Duplicate entry '28' for key 'PRIMARY'                             | NONE
                    1406 | 22001 | Data too long for column 'name' at row 1                           | NONE
                    """)
    void saysWhatAFailureSaysOfTheDatabase(int code, String state, String words, DatabaseTrouble expected) {
        SQLException failure = new SQLException(words, state, code);
        assertThat(DatabaseTrouble.of(new IllegalStateException("wrapped", failure)))
                .isEqualTo(expected);
    }

    static Stream<Throwable> lostConnections() {
        return Stream.of(
                new SQLNonTransientConnectionException("gone"),
                new SQLTransientConnectionException("no connection within 5 s"),
                new SQLRecoverableException("broken pipe"),
                new SQLException("Communications link failure", "08S01", 0),
                new SQLException("Error in allocating a connection. Cause: in-use connections equal max-pool-size"),
                new SQLException(
                        "No operations allowed after statement closed.", "S1009", new StatementIsClosedException()),
                new ConnectionIsClosedException("No operations allowed after connection closed."),
                new CJCommunicationsException("Communications link failure"),
                new PoolingException(),
                new ResourceAllocationException(),
                new DatabaseAway());
    }

    @ParameterizedTest
    @MethodSource("lostConnections")
    void knowsALostConnectionBehindWhateverWrappedIt(Throwable lost) {
        assertThat(DatabaseTrouble.of(new IllegalStateException("wrapped", lost)))
                .isEqualTo(DatabaseTrouble.AWAY);
    }

    @Test
    void knowsThatNobodyKnowsWhetherACommitWasMade() {
        assertThat(DatabaseTrouble.of(new IllegalStateException("at commit", new XAException("link failure"))))
                .isEqualTo(DatabaseTrouble.UNCERTAIN);
    }

    /** Catches: a transaction that never began is told of as one that was perhaps committed. */
    @Test
    void knowsThatNothingWasDoneWhereNoConnectionWasToBeHad() {
        SQLException none = new SQLException("Error in allocating a connection");
        none.initCause(new XAException("link failure"));
        assertThat(DatabaseTrouble.of(none)).isEqualTo(DatabaseTrouble.AWAY);
    }

    @Test
    void knowsADeadlockByItsCodeWhateverItsType() {
        assertThat(DatabaseTrouble.of(new SQLTransactionRollbackException("", "40001", 1213)))
                .isEqualTo(DatabaseTrouble.DEADLOCK);
    }

    private static final class ResourceAllocationException extends Exception {
        private static final long serialVersionUID = 1;
    }
}

/** Named as the class of the server's pool. */
class PoolingException extends Exception {
    private static final long serialVersionUID = 1;
}
