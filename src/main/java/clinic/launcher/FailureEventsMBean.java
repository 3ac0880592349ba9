package clinic.launcher;

import java.util.Map;

/** Failures that were logged, for the application to show at {@code /metrics}. */
public interface FailureEventsMBean {
    /**
     * What failed since the last call, how often.
     *
     * @return counts by logger and exception, {@code pool SQLException}; empty when nothing failed
     */
    Map<String, Long> drain();
}
