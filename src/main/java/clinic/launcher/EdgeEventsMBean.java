package clinic.launcher;

import java.util.Map;

/** What was refused before the application saw it, for the application to put on record. */
public interface EdgeEventsMBean {
    /**
     * What happened since the last call, how often.
     *
     * @return counts by kind and client address, {@code BAD_PATH 203.0.113.7}; empty when nothing happened
     */
    Map<String, Long> drain();
}
