package clinic.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether requests can be served now. Migrations need no check of their own: without them nothing is deployed. */
@Readiness
@ApplicationScoped
class DatabaseAnswers implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Resource(lookup = "java:app/jdbc/clinic")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        Waiting.enter(PATIENCE);
        try (Connection connection = database.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException away) {
            return false;
        } finally {
            Waiting.leave();
        }
    }
}
