package clinic.platform;

import java.time.Duration;
import java.util.function.Supplier;

/** A value read at most once in a span of time. Failure is not remembered. */
public final class Remembered<T> {
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
        if (read == null || System.nanoTime() - read.at() > freshNanos) {
            read = new Read<>(source.get(), System.nanoTime());
            last = read;
        }
        return read.value();
    }

    public void forget() {
        last = null;
    }
}
