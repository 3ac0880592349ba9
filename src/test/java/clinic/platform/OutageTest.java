package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final RuntimeException AWAY =
            new IllegalStateException(new SQLNonTransientConnectionException("away"));

    private long now;
    private final Outage outage = new Outage(() -> now);

    private void failAfter(Duration wait, RuntimeException failure) {
        assertThatThrownBy(() -> outage.waitOnce(() -> {
                    now += wait.toNanos();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private String ask() {
        return outage.<String, RuntimeException>waitOnce(() -> "answered");
    }

    @Test
    void sparesTheNextQuestionTheWait() {
        failAfter(Duration.ofSeconds(5), AWAY);
        assertThatThrownBy(this::ask)
                .satisfies(refusal -> assertThat(DatabaseTrouble.of(new IllegalStateException(refusal)))
                        .isEqualTo(DatabaseTrouble.AWAY));
    }

    @Test
    void asksAgainAMomentLaterHoweverManyWereRefused() {
        failAfter(Duration.ofSeconds(5), AWAY);
        now += Duration.ofMillis(400).toNanos();
        assertThatThrownBy(this::ask).isInstanceOf(DatabaseAway.class);
        now += Duration.ofMillis(101).toNanos();
        assertThat(ask()).isEqualTo("answered");
    }

    @Test
    void refusesNobodyBecauseOneConnectionBroke() {
        failAfter(Duration.ofMillis(20), AWAY);
        assertThat(ask()).isEqualTo("answered");
    }

    @Test
    void refusesNobodyBecauseOfASlowDefect() {
        failAfter(Duration.ofSeconds(5), new IllegalStateException("a defect"));
        assertThat(ask()).isEqualTo("answered");
    }
}
