package clinic.platform;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A value read at most once in a span of time. When the database is away, the last one serves on: who asks for the
 * opening hours then does not wait for it. One value that found it away spares the others the finding out, for a while.
 */
public final class Remembered<T> {
    private static final long PAUSE_NANOS = Duration.ofSeconds(20).toNanos();
    private static volatile long awayUntil = System.nanoTime();

    private record Read<T>(T value, long at) {}

    private final long freshNanos;
    private final Supplier<T> source;
    private volatile Read<T> last;

    public Remembered(Duration fresh, Supplier<T> source) {
        this.freshNanos = fresh.toNanos();
        this.source = source;
    }

    public T get() {
        Read<T> read = last;
        long now = System.nanoTime();
        if (read != null && (now - read.at() <= freshNanos || now - awayUntil < 0)) {
            return read.value();
        }
        return readAnew(read);
    }

    private T readAnew(Read<T> before) {
        try {
            Read<T> read = new Read<>(source.get(), System.nanoTime());
            last = read;
            return read.value();
        } catch (RuntimeException failure) {
            if (before == null || DatabaseTrouble.of(failure) != DatabaseTrouble.AWAY) {
                throw failure;
            }
            awayUntil = System.nanoTime() + PAUSE_NANOS;
            return before.value();
        }
    }

    public void forget() {
        last = null;
    }
}
