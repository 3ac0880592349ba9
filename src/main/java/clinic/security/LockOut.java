package clinic.security;

import java.time.Duration;

/** How long a name is kept out after so many wrong passwords in a row: each further one doubles the wait. */
final class LockOut {
    /** So long after the last one they are forgotten. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    private static final int TRIES = 5;
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration FIRST = Duration.ofMinutes(15);

    private LockOut() {}

    static Duration after(int failures) {
        return failures < TRIES ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(failures - TRIES, MOST_DOUBLINGS));
    }
}
