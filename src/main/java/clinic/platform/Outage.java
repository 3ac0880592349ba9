package clinic.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whoever has just waited in vain for the database spares the next question the same wait: a request that asks it three
 * things hears after one wait, not three, that it is away. Forgotten within half a second, so that nobody is refused by
 * a database that is back. Nor is it asked by a request that has waited for as long as it may.
 */
@ApplicationScoped
class Outage {
    private static final long A_WAIT_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long KNOWN_NANOS = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanos;
    private volatile long knownUntil;

    Outage() {
        this(System::nanoTime);
    }

    Outage(LongSupplier nanos) {
        this.nanos = nanos;
        this.knownUntil = nanos.getAsLong();
    }

    /** A question to the database. */
    interface Question<T, E extends Exception> {
        T ask() throws E;
    }

    <T, E extends Exception> T waitOnce(Question<T, E> question) throws E {
        long begun = nanos.getAsLong();
        if (begun - knownUntil < 0 || Waiting.isOver()) {
            throw new DatabaseAway();
        }
        try {
            return question.ask();
        } catch (RuntimeException failure) {
            long now = nanos.getAsLong();
            if (now - begun >= A_WAIT_NANOS && DatabaseTrouble.of(failure) == DatabaseTrouble.AWAY) {
                knownUntil = now + KNOWN_NANOS;
            }
            throw failure;
        }
    }
}
