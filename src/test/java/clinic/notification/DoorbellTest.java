package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorbellTest {
    private final Sendings errand = new Sendings();
    private long now;
    private final Doorbell doorbell = new Doorbell(new OnDuty(), errand, () -> now);

    @BeforeEach
    void ring() {
        doorbell.ring(null);
    }

    @Test
    void sendsOffOnceUntilItIsTakenUp() {
        doorbell.ring(null);
        assertThat(errand.sent).isEqualTo(1);
        errand.last.run();
        doorbell.ring(null);
        assertThat(errand.sent).isEqualTo(2);
    }

    @Test
    void ringsOnWhenNobodyWasFree() {
        errand.last.run();
        errand.refuses = true;
        doorbell.ring(null);
        errand.refuses = false;
        doorbell.ring(null);
        assertThat(errand.sent).isEqualTo(2);
    }

    @Test
    void ringsOnWhenAnErrandWasLost() {
        now += Duration.ofSeconds(6).toNanos();
        doorbell.ring(null);
        assertThat(errand.sent).isEqualTo(2);
    }

    private static final class OnDuty extends Courier {
        @Override
        boolean isOnDuty() {
            return true;
        }
    }

    private static final class Sendings extends Errand {
        int sent;
        boolean refuses;
        Runnable last;

        @Override
        public void run(Runnable setOff) {
            if (refuses) {
                throw new IllegalStateException("nobody free");
            }
            sent++;
            last = setOff;
        }
    }
}
