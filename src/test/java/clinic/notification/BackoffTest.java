package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsMomentsThenMinutesThenHours() {
        assertThat(IntStream.rangeClosed(1, 8)
                        .mapToObj(tries -> Backoff.after(tries).orElseThrow().toSeconds()))
                .containsExactly(5L, 10L, 30L, 60L, 300L, 900L, 3600L, 3600L);
    }

    @Test
    void givesUpAfterTwoDaysOfTrying() {
        Duration patience = Stream.iterate(1, tries -> tries + 1)
                .map(Backoff::after)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(patience).isBetween(Duration.ofHours(47), Duration.ofHours(48));
    }

    @Test
    void staysGivenUp() {
        assertThat(Backoff.after(1000)).isEmpty();
    }
}
