package clinic.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long a request may still wait for the database. All waits of one request draw on one allowance, so that who asks a
 * frozen database four things hears within seconds that it is away. Only waiting counts: work that gets its answers may go
 * on for as long as it needs. What runs by itself has no allowance, and waits as long as its connection does.
 */
public final class Waiting {
    private static final Duration IN_ALL = Duration.ofMillis(6200);
    private static final Duration SINCE_IT_BEGAN = Duration.ofMillis(7000);
    private static final long NANOS_SHORT_OF_A_MILLI = 999_999;
    /** A healthy database answers sooner. */
    private static final Duration WORTH_COUNTING = Duration.ofMillis(500);
    /** Whoever has not waited yet may do so even late. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private static final String ATTRIBUTE = Waiting.class.getName();
    private static final ThreadLocal<Waiting> HERE = new ThreadLocal<>();

    private final LongSupplier nanos;
    private final long begun;
    private final long inAll;
    private long waited;
    private int depth;
    private Waiting outer;

    private Waiting(LongSupplier nanos, Duration inAll) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.inAll = inAll.toNanos();
    }

    static Waiting asLongAsARequest(LongSupplier nanos) {
        return new Waiting(nanos, IN_ALL);
    }

    /** Runs what belongs to a request, wherever the server begins with it: it is all one request, and one allowance. */
    public static <T> T during(HttpServletRequest request, Supplier<T> work) {
        enter(request);
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    static void enter(HttpServletRequest request) {
        Waiting waiting =
                request.getAttribute(ATTRIBUTE) instanceof Waiting begun ? begun : asLongAsARequest(System::nanoTime);
        request.setAttribute(ATTRIBUTE, waiting);
        waiting.enter();
    }

    /** The question of a health check, which is no request of the application. */
    static void enter(Duration inAll) {
        new Waiting(System::nanoTime, inAll).enter();
    }

    /** Within another one, such as an error page within its request, it begins nothing anew and ends nothing early. */
    void enter() {
        Waiting before = HERE.get();
        if (before == this) {
            depth++;
        } else {
            depth = 1;
            outer = before;
            HERE.set(this);
        }
    }

    static void leave() {
        Waiting here = HERE.get();
        if (here == null || --here.depth > 0) {
            return;
        }
        if (here.outer == null) {
            HERE.remove();
        } else {
            HERE.set(here.outer);
        }
    }

    /** Whether this request has used up what it may wait. */
    static boolean isOver() {
        Waiting here = HERE.get();
        return here != null && here.left() == 0;
    }

    /**
     * How long the next answer may take, in milliseconds.
     *
     * @param otherwise what holds without an allowance, 0 for ever
     * @return at least 1, or 0 for ever
     */
    static int millisFor(int otherwise) {
        Waiting here = HERE.get();
        if (here == null) {
            return otherwise;
        }
        // Rounded up: who gives up when a socket does has waited for as long as it may.
        int left = (int) Math.max(
                1,
                Duration.ofNanos(here.left()).plusNanos(NANOS_SHORT_OF_A_MILLI).toMillis());
        return otherwise == 0 ? left : Math.min(left, otherwise);
    }

    /** Notes how long an answer took. */
    static void took(long nanos) {
        Waiting here = HERE.get();
        if (here != null && nanos >= WORTH_COUNTING.toNanos()) {
            here.waited += nanos;
        }
    }

    private long left() {
        long sinceItBegan = SINCE_IT_BEGAN.toNanos() - (nanos.getAsLong() - begun);
        long late = waited == 0 ? Math.max(sinceItBegan, FIRST_WAIT.toNanos()) : sinceItBegan;
        return Math.max(0, Math.min(inAll - waited, late));
    }
}
