package clinic.launcher;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Counts events until the application asks for them. The two know none of each other's classes: they meet at the
 * platform's MBean server.
 */
public final class EventCounts implements EventCountsMBean {
    private Map<String, Long> counts = new HashMap<>();

    /** Where the application finds them; of several under one name the last counts. */
    void register(String name) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName place = new ObjectName(name);
            if (server.isRegistered(place)) {
                server.unregisterMBean(place);
            }
            server.registerMBean(this, place);
        } catch (JMException impossible) {
            throw new IllegalStateException("the counts cannot be registered: " + name, impossible);
        }
    }

    /**
     * @param instead what counts in its place once there are so many keys: memory stays bounded
     */
    synchronized void add(String key, int most, String instead) {
        counts.merge(counts.size() < most || counts.containsKey(key) ? key : instead, 1L, Long::sum);
    }

    @Override
    public synchronized Map<String, Long> drain() {
        Map<String, Long> drained = counts;
        counts = new HashMap<>();
        return drained;
    }
}
