package clinic.launcher;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Counts refusals until the application asks for them. The two know none of each other's classes: they meet at the
 * platform's MBean server.
 */
public final class EdgeEvents implements EdgeEventsMBean {
    /** Where the application finds it. */
    static final String NAME = "clinic:type=EdgeEvents";

    /** A flood from everywhere is counted under one address: memory stays bounded. */
    private static final int MOST_KEYS = 1_000;

    private static final String ELSEWHERE = "elsewhere";

    /** Why a connection or a request was refused. */
    enum Kind {
        BAD_PATH,
        BAD_REQUEST,
        TOO_LARGE,
        SLOW_REQUEST,
        TOO_MANY_CONNECTIONS
    }

    private Map<String, Long> counts = new HashMap<>();

    static EdgeEvents register() {
        EdgeEvents events = new EdgeEvents();
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(events, new ObjectName(NAME));
        } catch (JMException impossible) {
            throw new IllegalStateException("the events of the edge cannot be registered", impossible);
        }
        return events;
    }

    synchronized void add(Kind kind, String address) {
        String key = kind + " " + address;
        counts.merge(
                counts.size() < MOST_KEYS || counts.containsKey(key) ? key : kind + " " + ELSEWHERE, 1L, Long::sum);
    }

    @Override
    public synchronized Map<String, Long> drain() {
        Map<String, Long> drained = counts;
        counts = new HashMap<>();
        return drained;
    }
}
