package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Whether emails can leave, as this node last saw it. Only what concerns every mail closes it: no connection, no
 * greeting, no encryption, no login. While it is closed nothing is tried but the way itself, every few seconds.
 */
@ApplicationScoped
class MailCircuit {
    private static final Logger LOG = Logger.getLogger(MailCircuit.class.getName());

    /** How long to wait before the way is tried again; the last one for good. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    /** What a server offers may change. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

    /** Whoever asks and is not heard of for so long has died of it. */
    private static final Duration LONGEST_QUESTION = Duration.ofMinutes(5);

    /** Why, and since when, nothing leaves. */
    record Away(MailTrouble trouble, String words, Instant since) {}

    private Clock clock;
    private Optional<Away> away = Optional.empty();
    private boolean open;
    private boolean asking;
    private long askingSince;
    private long askAt = System.nanoTime();
    private int failures;

    protected MailCircuit() {}

    @Inject
    MailCircuit(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed() {
        return away.isPresent();
    }

    synchronized Optional<Away> away() {
        return away;
    }

    /** Whether the time has come to ask; whoever is told so asks. */
    synchronized boolean isToBeAsked() {
        if (asking && System.nanoTime() - askingSince < LONGEST_QUESTION.toNanos() || System.nanoTime() - askAt < 0) {
            return false;
        }
        asking = true;
        askingSince = System.nanoTime();
        return true;
    }

    synchronized void asked() {
        asking = false;
        askAt = System.nanoTime() + pause().toNanos();
    }

    private Duration pause() {
        return away.isEmpty() ? ASKED_AGAIN : PAUSES.get(Math.min(Math.max(failures, 1), PAUSES.size()) - 1);
    }

    /**
     * A letter left, or the server answered.
     *
     * @return whether that is news
     */
    synchronized boolean opened() {
        boolean news = !open;
        if (away.isPresent()) {
            LOG.info("The mail server takes emails again");
        }
        away = Optional.empty();
        open = true;
        failures = 0;
        return news;
    }

    synchronized void closedBy(NotDelivered failure) {
        if (away.isEmpty()) {
            LOG.warning(() -> "No email can leave; all wait until the mail server is back: " + failure.trouble());
        }
        Instant since = away.map(Away::since).orElseGet(clock::instant);
        boolean first = away.isEmpty();
        away = Optional.of(new Away(failure.trouble(), OneLine.of(String.valueOf(failure.getMessage())), since));
        open = false;
        failures++;
        if (first && !asking) {
            askAt = System.nanoTime() + pause().toNanos();
        }
    }
}
