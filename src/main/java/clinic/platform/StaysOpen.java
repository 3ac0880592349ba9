package clinic.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether visitors may still be sent here. The launcher sets the property some seconds before it takes us down. */
@Readiness
@ApplicationScoped
class StaysOpen implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("stays-open")
                .status(!Boolean.getBoolean("clinic.stopping"))
                .build();
    }
}
