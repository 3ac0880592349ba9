package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets one password be hashed at a time for each processor but one, so that a flood of tries takes no more of the
 * machine, and keeps few waiting and nobody for long.
 */
@ApplicationScoped
public class HashQueue {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int WAITING_PER_TURN = 8;

    private final int turns;
    private final Duration patience;
    private final Semaphore free;

    public HashQueue() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
    }

    HashQueue(int turns, Duration patience) {
        this.turns = turns;
        this.patience = patience;
        this.free = new Semaphore(turns, true);
    }

    /**
     * Does the slow work when it is its turn.
     *
     * @return empty when too many wait already, or the turn did not come in time; then nothing was done
     */
    <T> Optional<T> take(Supplier<T> work) {
        if (free.getQueueLength() >= WAITING_PER_TURN * turns || !mine()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            free.release();
        }
    }

    private boolean mine() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
