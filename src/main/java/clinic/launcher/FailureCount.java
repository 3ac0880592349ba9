package clinic.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Tells failures by their kind: who says it, what failed at the root, and where. Of each kind one is news, and then for a
 * while only how many there were: an outage of seconds is met by every request, each with the same trace.
 */
final class FailureCount {
    private static final long QUIET_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST_KINDS = 500;
    private static final int DEPTH = 20;
    /** Counts its failures itself, and gives each a reference that somebody was told. */
    private static final String SELF_COUNTING = "clinic.platform.FailureLog";

    private static final Pattern VARYING = Pattern.compile("[0-9a-fA-F]{8,}|\\d+|@[0-9a-f]+");

    private final LongSupplier nanos;
    private final Map<String, Seen> kinds = new LinkedHashMap<>();

    private static final class Seen {
        private final long newsAt;
        private long since;

        Seen(long newsAt) {
            this.newsAt = newsAt;
        }
    }

    /** Failures of one kind that were not told one by one. */
    record Repeated(String kind, long times) {}

    FailureCount(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether it is to be told in full; what is no failure always is. */
    synchronized boolean isNews(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.WARNING.intValue() || SELF_COUNTING.equals(entry.getLoggerName())) {
            return true;
        }
        String kind = kind(entry);
        Seen seen = kinds.get(kind);
        if (seen != null && nanos.getAsLong() - seen.newsAt < QUIET_NANOS) {
            seen.since++;
            return false;
        }
        if (kinds.size() >= MOST_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        kinds.remove(kind);
        kinds.put(kind, new Seen(nanos.getAsLong()));
        return true;
    }

    /** What was kept back since this was last asked. */
    synchronized List<Repeated> repeated() {
        List<Repeated> repeated = new ArrayList<>();
        kinds.forEach((kind, seen) -> {
            if (seen.since > 0) {
                repeated.add(new Repeated(kind, seen.since));
                seen.since = 0;
            }
        });
        return repeated;
    }

    static String kind(LogRecord entry) {
        String who = entry.getLoggerName() + ": ";
        Throwable root = root(entry.getThrown());
        if (root == null) {
            String text = String.valueOf(entry.getMessage()).lines().findFirst().orElse("");
            return who
                    + VARYING.matcher(text.substring(0, Math.min(120, text.length())))
                            .replaceAll("#");
        }
        StackTraceElement[] frames = root.getStackTrace();
        return who + root.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root != null && root.getCause() != null && depth < DEPTH; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
