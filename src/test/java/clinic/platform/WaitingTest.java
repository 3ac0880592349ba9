package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final int FOR_EVER = 0;
    private static final int DRIVERS_OWN = 30_000;
    private long now;
    private final Waiting request = Waiting.asLongAsARequest(() -> now);

    @AfterEach
    void leave() {
        Waiting.leave();
    }

    private void answerTakes(Duration time) {
        pass(time);
        Waiting.took(time.toNanos());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void leavesWhatRunsByItselfToItsConnection() {
        assertThat(Waiting.millisFor(DRIVERS_OWN)).isEqualTo(DRIVERS_OWN);
        assertThat(Waiting.millisFor(FOR_EVER)).isZero();
        assertThat(Waiting.isOver()).isFalse();
    }

    @Test
    void drawsAllWaitsOnOneAllowance() {
        request.enter();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).isEqualTo(6200);
        assertThat(Waiting.millisFor(1000))
                .as("the driver's own, where it is shorter")
                .isEqualTo(1000);
        answerTakes(Duration.ofSeconds(3));
        answerTakes(Duration.ofSeconds(2));
        assertThat(Waiting.millisFor(DRIVERS_OWN)).isEqualTo(1200);
        answerTakes(Duration.ofMillis(1200));
        assertThat(Waiting.isOver()).isTrue();
        assertThat(Waiting.millisFor(FOR_EVER))
                .as("never zero, which is for ever")
                .isEqualTo(1);
    }

    @Test
    void countsOnlyWaiting() {
        request.enter();
        for (int answer = 0; answer < 1000; answer++) {
            answerTakes(Duration.ofMillis(200));
        }
        assertThat(Waiting.isOver()).isFalse();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).isEqualTo(2000);
    }

    @Test
    void endsWithinEightSecondsHoweverItsWaitsAreSpread() {
        request.enter();
        pass(Duration.ofSeconds(3));
        answerTakes(Duration.ofMillis(Waiting.millisFor(DRIVERS_OWN)));
        assertThat(Waiting.isOver()).isTrue();
        assertThat(now).isLessThan(Duration.ofSeconds(8).toNanos());
    }

    @Test
    void goesOnWhereTheRequestWasLeft() {
        request.enter();
        answerTakes(Duration.ofSeconds(6));
        Waiting.leave();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).as("outside of it").isEqualTo(DRIVERS_OWN);
        request.enter();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).isEqualTo(200);
    }

    @Test
    void holdsOnAfterWhatWasPartOfIt() {
        request.enter();
        request.enter();
        Waiting.leave();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).as("an error page was shown").isEqualTo(6200);
        Waiting check = Waiting.asLongAsARequest(() -> now);
        check.enter();
        Waiting.leave();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).as("another had its own").isEqualTo(6200);
        Waiting.leave();
        assertThat(Waiting.millisFor(DRIVERS_OWN)).isEqualTo(DRIVERS_OWN);
    }
}
