package clinic.platform;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * A value read at most once in a span of time. When the database is away, the last one serves on: who asks for the
 * opening hours then does not wait for it. One value that found it away spares the others the finding out, for a while.
 *
 * <p>A transaction that changes what is behind it forgets it when it ends: forgotten before, somebody else could read, and
 * keep, what was there before. Until then the transaction itself reads past it, and nobody else sees what it has not
 * committed.
 */
public final class Remembered<T> {
    private static final long PAUSE_NANOS = Duration.ofSeconds(20).toNanos();
    private static volatile long awayUntil = System.nanoTime();

    private record Read<T>(T value, long at) {}

    private final long freshNanos;
    private final Supplier<T> source;
    private final Supplier<Optional<TransactionSynchronizationRegistry>> transaction;
    /** Transactions that are changing it. */
    private final AtomicInteger changes = new AtomicInteger();

    private final AtomicInteger generation = new AtomicInteger();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Read<T> last;

    public Remembered(Duration fresh, Supplier<T> source) {
        this(fresh, source, Remembered::running);
    }

    Remembered(Duration fresh, Supplier<T> source, Supplier<Optional<TransactionSynchronizationRegistry>> transaction) {
        this.freshNanos = fresh.toNanos();
        this.source = source;
        this.transaction = transaction;
    }

    public T get() {
        if (changes.get() > 0 && isChangedHere()) {
            return source.get();
        }
        Read<T> read = last;
        long now = System.nanoTime();
        if (read != null && (now - read.at() <= freshNanos || now - awayUntil < 0)) {
            return read.value();
        }
        if (read == null) {
            return readAnew(null);
        }
        // One reads for all: whoever comes meanwhile is told what was known a moment ago.
        if (!reading.compareAndSet(false, true)) {
            return read.value();
        }
        try {
            return readAnew(read);
        } finally {
            reading.set(false);
        }
    }

    private T readAnew(Read<T> before) {
        try {
            int begun = generation.get();
            Read<T> read = new Read<>(source.get(), System.nanoTime());
            if (begun == generation.get()) {
                last = read;
            }
            return read.value();
        } catch (RuntimeException failure) {
            if (before == null || DatabaseTrouble.of(failure) != DatabaseTrouble.AWAY) {
                throw failure;
            }
            awayUntil = System.nanoTime() + PAUSE_NANOS;
            return before.value();
        }
    }

    /** Whatever was found away is asked again. */
    static void endPause() {
        awayUntil = System.nanoTime();
    }

    private boolean isChangedHere() {
        return transaction
                .get()
                .filter(running -> running.getResource(this) != null)
                .isPresent();
    }

    /** Forgets it at once, or when the running transaction ends. */
    public void forget() {
        Optional<TransactionSynchronizationRegistry> running = transaction.get();
        if (running.isEmpty()) {
            drop();
        } else if (running.get().getResource(this) == null) {
            changes.incrementAndGet();
            running.get().putResource(this, true);
            running.get().registerInterposedSynchronization(new AtItsEnd());
        }
    }

    private void drop() {
        generation.incrementAndGet();
        last = null;
    }

    private final class AtItsEnd implements Synchronization {
        @Override
        public void beforeCompletion() {
            // It can still be rolled back.
        }

        @Override
        public void afterCompletion(int status) {
            drop();
            changes.decrementAndGet();
        }
    }

    private static Optional<TransactionSynchronizationRegistry> running() {
        try {
            TransactionSynchronizationRegistry registry =
                    InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            return Optional.of(registry).filter(any -> any.getTransactionStatus() == Status.STATUS_ACTIVE);
        } catch (NamingException outsideOfAServer) {
            return Optional.empty();
        }
    }
}
