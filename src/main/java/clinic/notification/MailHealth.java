package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/**
 * Whether emails leave, for the health page, the metrics and the banner of staff. It asks nobody when it is asked: what
 * it tells was counted seconds ago, so that a database that is away makes nobody wait.
 */
@ApplicationScoped
public class MailHealth {
    /** A mail that is due for so long is more than bad luck. */
    private static final Duration LONG = Duration.ofMinutes(15);

    /** How it stands. */
    public enum State {
        UP,
        /** Some mails do not leave. */
        DEGRADED,
        /** Nothing leaves. */
        DOWN,
        /** No mail server is configured: emails are kept as files and reach nobody. */
        KEPT_AS_FILES
    }

    /**
     * @param trouble what keeps everything from leaving; only when {@code DOWN}
     * @param words what the mail server, or the system, said about it; empty otherwise
     * @param since when that began, or the oldest mail became owed
     * @param waiting how many mails are due and have not left
     * @param undelivered how many reached nobody, and nobody was called instead
     */
    public record Status(
            State state,
            Optional<MailTrouble> trouble,
            String words,
            Optional<Instant> since,
            long waiting,
            long undelivered) {}

    /** What is owed, as counted at some moment. */
    record Counts(long waiting, Optional<Instant> oldest, long undelivered) {
        static final Counts NONE = new Counts(0, Optional.empty(), 0);
    }

    private DispatchDesk desk;
    private MailCircuit circuit;
    private Clock clock;
    private boolean keptAsFiles;
    private volatile Counts counts = Counts.NONE;

    protected MailHealth() {}

    @Inject
    MailHealth(
            DispatchDesk desk,
            MailCircuit circuit,
            Clock clock,
            @ConfigProperty(name = "clinic.smtp.host") Optional<String> host,
            @ConfigProperty(name = "clinic.demo", defaultValue = "false") boolean demonstration) {
        this.desk = desk;
        this.circuit = circuit;
        this.clock = clock;
        this.keptAsFiles = host.isEmpty() && !demonstration;
    }

    /** Counts anew: called by a timer. */
    public void count() {
        counts = desk.counts();
    }

    public Status status() {
        Counts seen = counts;
        return circuit.away()
                .map(away -> new Status(
                        State.DOWN,
                        Optional.of(away.trouble()),
                        away.words(),
                        Optional.of(away.since()),
                        seen.waiting(),
                        seen.undelivered()))
                .orElseGet(() -> new Status(
                        stateOf(seen), Optional.empty(), "", seen.oldest(), seen.waiting(), seen.undelivered()));
    }

    private State stateOf(Counts seen) {
        if (keptAsFiles) {
            return State.KEPT_AS_FILES;
        }
        boolean late = seen.oldest()
                .filter(oldest -> oldest.isBefore(clock.instant().minus(LONG)))
                .isPresent();
        return late ? State.DEGRADED : State.UP;
    }

    @Gauge(
            name = "mail_waiting",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Emails due that have not left")
    public long waiting() {
        return counts.waiting();
    }

    @Gauge(
            name = "mail_oldest_waiting",
            absolute = true,
            unit = MetricUnits.SECONDS,
            description = "Age of the oldest email that is due and has not left")
    public long oldestWaiting() {
        return counts.oldest()
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
                .orElse(0L);
    }

    @Gauge(
            name = "mail_undelivered",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Emails that reached nobody, where nobody was called instead")
    public long undelivered() {
        return counts.undelivered();
    }

    @Gauge(
            name = "mail_up",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "1 while the mail server takes emails, 0 while none can leave")
    public long up() {
        return circuit.isClosed() ? 0 : 1;
    }
}
