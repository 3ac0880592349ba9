package clinic.platform;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the launcher counts for the application: the two know none of each other's classes and meet at the MBean server. */
public final class LauncherCounts {
    private LauncherCounts() {}

    /**
     * What was counted since the last call.
     *
     * @param name under which the launcher's counts are found; in a server it did not start there are none
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Long> drain(String name) {
        try {
            return (Map<String, Long>) ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(name), "drain", new Object[0], new String[0]);
        } catch (InstanceNotFoundException otherServer) {
            return Map.of();
        } catch (JMException broken) {
            throw new IllegalStateException("the launcher's counts cannot be read: " + name, broken);
        }
    }
}
