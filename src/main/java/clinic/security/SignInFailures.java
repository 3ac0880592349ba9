package clinic.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often in a row somebody tried a name in vain, from one network or one known browser. */
@Entity
@Table(name = "sign_in_failures")
class SignInFailures {
    @Id
    private String id;

    private String name;
    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    protected SignInFailures() {}

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** Counts a try before it is known to be in vain, so that many at once are still counted one by one. */
    void attempt(Instant now) {
        failures = lastAt.plus(LockOut.REMEMBERED).isBefore(now) ? 1 : failures + 1;
        lastAt = now;
        lockedUntil = now.plus(LockOut.after(failures));
    }
}
