package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The health check "mail". It says in its data whether emails leave, and is always up: a clinic without a mail server
 * goes on working, and a node that was taken out of service for it would help nobody.
 */
@Readiness
@ApplicationScoped
class MailCheck implements HealthCheck {
    private MailHealth health;

    protected MailCheck() {}

    @Inject
    MailCheck(MailHealth health) {
        this.health = health;
    }

    @Override
    public HealthCheckResponse call() {
        MailHealth.Status status = health.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("mail")
                .up()
                .withData("state", status.state().name())
                .withData("waiting", status.waiting())
                .withData("undelivered", status.undelivered());
        status.trouble().ifPresent(trouble -> response.withData("reason", trouble.name()));
        status.since().ifPresent(since -> response.withData("since", since.toString()));
        return response.build();
    }
}
