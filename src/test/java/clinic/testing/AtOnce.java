package clinic.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets many people do something at the same moment, and tells how each of them fared. No more are let in at a time than
 * the server has threads to serve them; the pool of connections is measured by that.
 */
public final class AtOnce {
    private static final int SERVED_AT_ONCE = 64;

    /** What came of one try: a result, or why not. */
    public record Outcome<T>(T result, Throwable failure) {
        public boolean succeeded() {
            return failure == null;
        }
    }

    private AtOnce() {}

    public static <T> List<Outcome<T>> doAll(List<Callable<T>> tries) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(tries.size(), SERVED_AT_ONCE));
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : tries) {
                running.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> each : running) {
                try {
                    outcomes.add(new Outcome<>(each.get(), null));
                } catch (ExecutionException failed) {
                    outcomes.add(new Outcome<>(null, failed.getCause()));
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
