package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Changes that would lock somebody out, or let somebody in, want a password typed minutes ago. */
@ApplicationScoped
class Proof {
    static final Duration LASTS = Duration.ofMinutes(10);

    @Inject
    private Clock clock;

    void must(SignedIn self) {
        if (!isFresh(self)) {
            throw new ProofNeeded();
        }
    }

    boolean isFresh(SignedIn self) {
        return self.session().isPresent() && self.provedAt().plus(LASTS).isAfter(clock.instant());
    }
}
