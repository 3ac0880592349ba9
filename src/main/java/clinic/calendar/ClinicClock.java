package clinic.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the house: real time, or in a demonstration a ticking clock set to another moment. */
@ApplicationScoped
class ClinicClock {
    private Clock clock = Clock.systemUTC();

    @Inject
    void start(
            @ConfigProperty(name = "clinic.now") Optional<String> now,
            @ConfigProperty(name = "clinic.demo", defaultValue = "false") boolean demo) {
        if (demo && now.isPresent()) {
            clock = Clock.offset(clock, Duration.between(clock.instant(), Instant.parse(now.get())));
        }
    }

    @Produces
    Clock clock() {
        return clock;
    }

    @Produces
    @RealTime
    Clock realTime() {
        return Clock.systemUTC();
    }
}
