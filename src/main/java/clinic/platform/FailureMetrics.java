package clinic.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows at {@code /metrics} how often each kind of failure was logged, also those the log tells only by their number. */
@ApplicationScoped
public class FailureMetrics {
    private static final String METRIC = "clinic_failures";
    private static final String FAILURES = "clinic:type=FailureEvents";

    @Inject
    private Instance<MetricRegistry> metrics;

    /** Adds what was counted since the last call. */
    public void count() {
        if (metrics.isResolvable()) {
            LauncherCounts.drain(FAILURES)
                    .forEach((kind, times) ->
                            metrics.get().counter(METRIC, new Tag("kind", kind)).inc(times));
        }
    }
}
