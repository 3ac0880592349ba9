package clinic.jobs;

import clinic.platform.FailureMetrics;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Every few seconds, on every node: brings the launcher's counts of failures to the metrics. It needs no database. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class FailureTimer {
    @Inject
    private FailureMetrics failures;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        failures.count();
    }
}
