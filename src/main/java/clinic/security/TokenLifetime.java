package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an API token lasts. */
@ApplicationScoped
class TokenLifetime {
    @Inject
    @ConfigProperty(name = "clinic.token.days", defaultValue = "90")
    private int days;

    Instant end(Instant now) {
        return now.plus(Duration.ofDays(days));
    }
}
