package clinic.platform;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

    private static final int MOST_KINDS = 1000;
    private static final Map<Kind, First> KINDS = new ConcurrentHashMap<>();

    private record Kind(String type, String place) {}

    private record First(String reference, AtomicLong times) {}

    private FailureLog() {}

    /** Writes it down and returns the reference. Of each kind the first one with its trace, the others in a line. */
    public static String write(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        Kind kind = kind(failure);
        long times = KINDS.size() < MOST_KINDS || KINDS.containsKey(kind)
                ? KINDS.computeIfAbsent(kind, any -> new First(reference, new AtomicLong()))
                        .times()
                        .incrementAndGet()
                : 1;
        if (times == 1) {
            LOG.log(Level.SEVERE, () -> "unexpected failure " + reference + ": " + trace(failure));
        } else {
            LOG.log(
                    Level.SEVERE,
                    () -> "unexpected failure " + reference + ": " + kind.type() + " at " + kind.place() + ", time "
                            + times + ", as " + KINDS.get(kind).reference());
        }
        return reference;
    }

    private static Kind kind(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEPTH; depth++) {
            root = root.getCause();
        }
        StackTraceElement[] frames = root.getStackTrace();
        return new Kind(root.getClass().getName(), frames.length == 0 ? "" : frames[0].toString());
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
