package clinic.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long a letter waits after it could not be handed over: moments at first, then hourly, for two days in all. */
final class Backoff {
    private static final List<Duration> FIRST = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofHours(48);
    private static final int TRIES =
            FIRST.size() + 1 + (int) PATIENCE.minus(sum()).dividedBy(LATER);

    private Backoff() {}

    /**
     * The wait after the given try (1, 2, ...), or nothing when that try was the last. Tries are counted and not hours,
     * so that a letter which lay in a stopped system still gets all of them.
     */
    static Optional<Duration> after(int tries) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        return Optional.of(tries <= FIRST.size() ? FIRST.get(Math.max(tries, 1) - 1) : LATER);
    }

    /** The same, a fifth shorter or longer: what failed together is not tried together again. */
    static Duration jittered(Duration wait) {
        return Duration.ofNanos(
                (long) (wait.toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private static Duration sum() {
        return FIRST.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
