package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long somebody stays signed in: so long without a step, and never longer than a working day. */
@ApplicationScoped
public class SessionLimits {
    /** The time to type a code after the password. */
    private static final Duration FOR_THE_CODE = Duration.ofMinutes(5);

    private Duration idle;
    private Duration absolute;

    protected SessionLimits() {}

    @Inject
    public SessionLimits(
            @ConfigProperty(name = "clinic.staff.idle.minutes", defaultValue = "15") int idleMinutes,
            @ConfigProperty(name = "clinic.staff.session.hours", defaultValue = "12") int hours) {
        this.idle = Duration.ofMinutes(idleMinutes);
        this.absolute = Duration.ofHours(hours);
    }

    Duration idle() {
        return idle;
    }

    Instant endOf(Instant createdAt, Instant lastSeenAt, boolean waitsForCode) {
        if (waitsForCode) {
            return createdAt.plus(FOR_THE_CODE);
        }
        Instant atLast = createdAt.plus(absolute);
        Instant unlessSeen = lastSeenAt.plus(idle);
        return atLast.isBefore(unlessSeen) ? atLast : unlessSeen;
    }
}
