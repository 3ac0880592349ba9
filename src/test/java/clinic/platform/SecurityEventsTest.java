package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.platform.SecurityEvents.Count;
import clinic.platform.SecurityEvents.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecurityEventsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SecurityEvents events = new SecurityEvents(nanos::get);

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void tellsTheFirstAtOnceAndTheRestAMinuteLater() {
        events.add(Kind.BAD_TOKEN, "203.0.113.7");
        assertThat(events.drain()).containsExactly(new Count(Kind.BAD_TOKEN, "203.0.113.0/24", 1));
        IntStream.range(0, 500).forEach(any -> events.add(Kind.BAD_TOKEN, "203.0.113.8"));
        later(Duration.ofSeconds(59));
        assertThat(events.drain()).isEmpty();
        later(Duration.ofSeconds(1));
        assertThat(events.drain()).containsExactly(new Count(Kind.BAD_TOKEN, "203.0.113.0/24", 500));
        later(Duration.ofMinutes(2));
        assertThat(events.drain()).isEmpty();
    }

    @Test
    void keepsKindsAndNetworksApart() {
        events.add(Kind.BAD_TOKEN, "203.0.113.7");
        events.add(Kind.RATE_LIMITED, "203.0.113.7");
        events.add(Kind.RATE_LIMITED, "2001:db8:1:2:3::1");
        events.add(Kind.RATE_LIMITED, "2001:db8:1:2:4::1");
        assertThat(events.drain())
                .containsExactlyInAnyOrder(
                        new Count(Kind.BAD_TOKEN, "203.0.113.0/24", 1),
                        new Count(Kind.RATE_LIMITED, "203.0.113.0/24", 1),
                        new Count(Kind.RATE_LIMITED, "2001:db8:1:2:0:0:0:0/64", 2));
    }

    @Test
    void putsAFloodFromEverywhereTogether() {
        IntStream.range(0, 250).forEach(each -> events.add(Kind.RATE_LIMITED, "203.0." + each + ".1"));
        assertThat(events.drain())
                .hasSize(SecurityEvents.MOST_NETWORKS + 1)
                .contains(new Count(Kind.RATE_LIMITED, "", 250 - SecurityEvents.MOST_NETWORKS));
    }
}
