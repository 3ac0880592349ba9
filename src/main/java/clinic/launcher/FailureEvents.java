package clinic.launcher;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogRecord;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Counts failures by kind until the application asks for them. No text of the log goes into a kind: it names people. */
public final class FailureEvents implements FailureEventsMBean {
    /** Where the application finds it. */
    static final String NAME = "clinic:type=FailureEvents";

    /** Further kinds are counted together: memory and the number of time series stay bounded. */
    private static final int MOST_KINDS = 200;

    private static final String OTHER = "other";

    private final Set<String> known = new HashSet<>();
    private Map<String, Long> counts = new HashMap<>();

    /** The platform may read its logging again: the last one counts. */
    FailureEvents register() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(this, name);
        } catch (JMException impossible) {
            throw new IllegalStateException("the counts of failures cannot be registered", impossible);
        }
        return this;
    }

    synchronized void add(LogRecord entry) {
        String kind = kind(entry);
        boolean named = known.contains(kind) || known.size() < MOST_KINDS && known.add(kind);
        counts.merge(named ? kind : OTHER, 1L, Long::sum);
    }

    private static String kind(LogRecord entry) {
        Throwable root = FailureCount.root(entry.getThrown());
        return entry.getLoggerName()
                + (root == null ? "" : " " + root.getClass().getSimpleName());
    }

    @Override
    public synchronized Map<String, Long> drain() {
        Map<String, Long> drained = counts;
        counts = new HashMap<>();
        return drained;
    }
}
