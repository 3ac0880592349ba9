package clinic.platform;

import java.sql.SQLException;
import java.util.concurrent.locks.Lock;

/**
 * One step of bringing the schema forward, which who stops this process waits for. The launcher, whose classes are not
 * ours, leaves a lock among the system's properties and takes it before it stops the database; then no further step
 * begins.
 */
interface WholeStep {
    String TURN = "clinic.migration.turn";

    void run() throws SQLException;

    static void inTurn(WholeStep step) throws SQLException {
        if (!(System.getProperties().get(TURN) instanceof Lock turn)) {
            step.run();
            return;
        }
        turn.lock();
        try {
            step.run();
        } finally {
            turn.unlock();
        }
    }
}
