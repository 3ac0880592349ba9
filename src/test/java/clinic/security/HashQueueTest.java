package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashQueueTest {
    @Test
    void hashesOneAtATimeAndKeepsFewWaiting() {
        HashQueue queue = new HashQueue(1, Duration.ofSeconds(20));
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<Optional<Integer>>> all = new ArrayList<>();
            for (int each = 0; each < 20; each++) {
                all.add(CompletableFuture.supplyAsync(
                        () -> queue.take(() -> {
                            most.accumulateAndGet(working.incrementAndGet(), Math::max);
                            await().until(() -> held.getCount() == 0);
                            return working.decrementAndGet();
                        }),
                        threads));
            }
            await().until(() -> all.stream().filter(CompletableFuture::isDone).count() >= 10);
            held.countDown();
            long done = all.stream()
                    .map(CompletableFuture::join)
                    .filter(Optional::isPresent)
                    .count();
            assertThat(most).hasValue(1);
            assertThat(done).isBetween(1L, 10L);
        } finally {
            held.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void waitsForNobodyForLong() {
        HashQueue queue = new HashQueue(1, Duration.ofMillis(50));
        Optional<Optional<String>> outer = queue.take(() -> queue.take(() -> "inside"));
        assertThat(outer).contains(Optional.empty());
        assertThat(queue.take(() -> "later")).contains("later");
    }
}
