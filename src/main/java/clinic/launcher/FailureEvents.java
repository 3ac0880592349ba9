package clinic.launcher;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogRecord;

/** Counts failures by kind until the application asks for them. No text of the log goes into a kind: it names people. */
final class FailureEvents {
    /** Where the application finds it. */
    static final String NAME = "clinic:type=FailureEvents";

    /** Further kinds are counted together: memory and the number of time series stay bounded. */
    private static final int MOST_KINDS = 200;

    private static final String OTHER = "other";

    private final Set<String> known = new HashSet<>();
    private final EventCounts counts = new EventCounts();

    /** The platform may read its logging again: the last one counts. */
    FailureEvents register() {
        counts.register(NAME);
        return this;
    }

    synchronized void add(LogRecord entry) {
        String kind = kind(entry);
        boolean named = known.contains(kind) || known.size() < MOST_KINDS && known.add(kind);
        counts.add(named ? kind : OTHER, Integer.MAX_VALUE, OTHER);
    }

    private static String kind(LogRecord entry) {
        Throwable root = FailureCount.root(entry.getThrown());
        return entry.getLoggerName()
                + (root == null ? "" : " " + root.getClass().getSimpleName());
    }

    /** Counts by logger and exception, {@code pool SQLException}, since the last call. */
    Map<String, Long> drain() {
        return counts.drain();
    }
}
