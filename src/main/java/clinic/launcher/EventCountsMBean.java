package clinic.launcher;

import java.util.Map;

/** What the launcher counts until the application asks. */
public interface EventCountsMBean {
    /**
     * What happened since the last call, how often.
     *
     * @return counts by kind; empty when nothing happened
     */
    Map<String, Long> drain();
}
