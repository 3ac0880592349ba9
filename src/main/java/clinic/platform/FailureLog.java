package clinic.platform;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where what nobody foresaw is written down, once, under a reference the person who met it is told. Messages of failures
 * are left out: a driver quotes the values it stumbled over, and they may be a patient's.
 */
public final class FailureLog {
    private static final Logger LOG = Logger.getLogger(FailureLog.class.getName());
    private static final int DEPTH = 10;
    private static final int FRAMES = 25;

    private FailureLog() {}

    /** Writes it down and returns the reference. */
    public static String write(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, () -> "unexpected failure " + reference + ": " + trace(failure));
        return reference;
    }

    static String trace(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int frame = 0; frame < Math.min(FRAMES, frames.length); frame++) {
                text.append("\n    at ").append(frames[frame]);
            }
        }
        return text.toString();
    }
}
