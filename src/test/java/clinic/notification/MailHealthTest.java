package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.notification.MailHealth.Counts;
import clinic.notification.MailHealth.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailHealthTest {
    private final MailCircuit circuit = new MailCircuit(Post.CLOCK);
    private Counts counts = Counts.NONE;

    @Test
    void isUpWhileEmailsLeave() {
        assertThat(health(true, false).status().state()).isEqualTo(State.UP);
    }

    @Test
    void saysSinceWhenAndWhyNothingLeaves() {
        counts = new Counts(3, Optional.of(Post.OWED), 1);
        circuit.closedBy(NotDelivered.serverAway(MailTrouble.CERTIFICATE, "expired", null));
        MailHealth.Status status = health(true, false).status();
        assertThat(status.state()).isEqualTo(State.DOWN);
        assertThat(status.trouble()).contains(MailTrouble.CERTIFICATE);
        assertThat(status.since()).contains(Post.OWED);
        assertThat(status.waiting()).isEqualTo(3);
        circuit.opened();
        assertThat(health(true, false).status().state()).isEqualTo(State.UP);
    }

    @Test
    void isDegradedWhenAnEmailHasWaitedLong() {
        counts = new Counts(1, Optional.of(Post.OWED.minus(Duration.ofMinutes(16))), 0);
        MailHealth health = health(true, false);
        assertThat(health.status().state()).isEqualTo(State.DEGRADED);
        assertThat(health.oldestWaiting()).isEqualTo(960);
    }

    @Test
    void saysThatFilesReachNobodyUnlessItIsADemonstration() {
        assertThat(health(false, false).status().state()).isEqualTo(State.KEPT_AS_FILES);
        assertThat(health(false, true).status().state()).isEqualTo(State.UP);
    }

    private MailHealth health(boolean mailServer, boolean demonstration) {
        RememberedDesk desk = new RememberedDesk() {
            @Override
            Counts counts() {
                return counts;
            }
        };
        MailHealth health = new MailHealth(
                desk,
                circuit,
                Post.CLOCK,
                mailServer ? Optional.of("mail.example.org") : Optional.empty(),
                demonstration);
        health.count();
        return health;
    }
}
