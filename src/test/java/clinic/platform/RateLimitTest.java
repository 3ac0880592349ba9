package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final FakeTime time = new FakeTime();
    private final RateLimit limit = new RateLimit(30, new SecurityEvents(), time);

    private static final class FakeTime implements TimeMeter {
        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private void write(int times, String address) {
        for (int write = 0; write < times; write++) {
            assertThat(limit.refused(address)).isEmpty();
        }
    }

    @Test
    void letsThirtyWritesThroughAndTellsTheNextWhenToComeBack() {
        write(30, "192.0.2.7");
        assertThat(limit.refused("192.0.2.7")).contains(Duration.ofSeconds(2));
    }

    @Test
    void letsOneThroughWhenItsTimeHasCome() {
        write(30, "192.0.2.7");
        time.pass(Duration.ofMillis(1999));
        assertThat(limit.refused("192.0.2.7")).isPresent();
        time.pass(Duration.ofMillis(1));
        write(1, "192.0.2.7");
        assertThat(limit.refused("192.0.2.7")).isPresent();
    }

    @Test
    void countsEveryAddressForItself() {
        write(30, "192.0.2.7");
        write(30, "192.0.2.8");
        assertThat(limit.refused("192.0.2.7")).isPresent();
    }

    @Test
    void countsAnIpv6NetworkAsOne() {
        write(15, "2001:db8:1:2::1");
        write(15, "2001:db8:1:2:ffff::2");
        assertThat(limit.refused("2001:db8:1:2:3:4:5:6")).isPresent();
        assertThat(limit.refused("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void isOffAtZero() {
        RateLimit off = new RateLimit(0, new SecurityEvents(), time);
        for (int write = 0; write < 1000; write++) {
            assertThat(off.refused("192.0.2.7")).isEmpty();
        }
    }
}
