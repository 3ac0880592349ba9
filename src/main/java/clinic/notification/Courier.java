package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries the letters of the outbox to the post, over a few connections at once. Each takes one letter under a lease,
 * hands it over outside any transaction, enters what became of it and takes the next: so a letter that hangs or fails is
 * nobody's trouble but its own. There is one on every node, and a crash between handing over and entering repeats that
 * one letter, with the same Message-ID and calendar entry.
 */
@ApplicationScoped
public class Courier {
    /** Connections at once. One whose server takes its time with a letter does not count. */
    static final int LANES = 4;
    /** With those as well. */
    static final int MOST = 16;

    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private static final Duration SLOW = Duration.ofSeconds(25);
    private static final Duration LOST = Duration.ofMinutes(1);

    private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean databaseAway = new AtomicBoolean();
    private volatile boolean onDuty;
    private volatile int most = LANES;
    private DispatchDesk desk;
    private Envelopes envelopes;
    private Postman postman;
    private MailCircuit circuit;
    private Executor threads;
    private Duration slow = SLOW;

    protected Courier() {}

    @Inject
    Courier(DispatchDesk desk, Envelopes envelopes, Postman postman, MailCircuit circuit, LaneThreads threads) {
        this(desk, envelopes, postman, circuit, threads, SLOW);
    }

    Courier(
            DispatchDesk desk,
            Envelopes envelopes,
            Postman postman,
            MailCircuit circuit,
            Executor threads,
            Duration slow) {
        this.desk = desk;
        this.envelopes = envelopes;
        this.postman = postman;
        this.circuit = circuit;
        this.threads = threads;
        this.slow = slow;
    }

    /** Sees to everything that is due, and returns at once: called by a timer every few seconds. */
    public void look() {
        onDuty = true;
        if (circuit.isToBeAsked()) {
            try {
                threads.execute(this::ask);
            } catch (RuntimeException noThread) {
                circuit.asked();
                throw noThread;
            }
        }
        desk.expire();
        wake();
    }

    /** Whether he has ever looked: the timer lets him once the application has started. */
    boolean isOnDuty() {
        return onDuty;
    }

    /** Opens one connection more, if there is room for it and letters can leave. */
    void wake() {
        if (circuit.isClosed()) {
            return;
        }
        open().ifPresent(lane -> {
            try {
                threads.execute(lane);
            } catch (RuntimeException noThread) {
                lanes.remove(lane);
                throw noThread;
            }
        });
    }

    private synchronized Optional<Lane> open() {
        lanes.removeIf(Lane::isLost);
        long quick = lanes.stream().filter(lane -> !lane.isSlow()).count();
        if (quick >= most || lanes.size() >= MOST) {
            return Optional.empty();
        }
        Lane lane = new Lane();
        lanes.add(lane);
        return Optional.of(lane);
    }

    /** Keeps what is on its way from falling due again: an answer may take minutes. */
    public void keepLeases() {
        lanes.forEach(lane -> lane.letter().ifPresent(desk::renew));
    }

    /** Asks the mail server what it offers, and whether the way is open. */
    private void ask() {
        try {
            postman.probe();
            most = LANES;
            opened();
        } catch (NotDelivered away) {
            circuit.closedBy(away);
        } finally {
            circuit.asked();
        }
    }

    private void opened() {
        if (circuit.opened()) {
            desk.hurry();
            wake();
        }
    }

    /** One connection, and the letter that is on its way over it. */
    private final class Lane implements Runnable {
        private volatile OutboxMail letter;
        private volatile long since = System.nanoTime();
        private volatile Postman.Trip over;
        private volatile boolean begun;

        @Override
        public void run() {
            begun = true;
            lanes.add(this);
            try (Postman.Trip trip = postman.setOut()) {
                Optional<DispatchDesk.Claimed> claimed = claim();
                while (claimed.isPresent() && carry(claimed.get().letter(), trip)) {
                    claimed = claim();
                }
                databaseAway.set(false);
            } catch (RuntimeException outage) {
                LOG.log(
                        databaseAway.getAndSet(true) ? Level.FINE : Level.WARNING,
                        "Letters wait: {0}",
                        outage.toString());
            } finally {
                lanes.remove(this);
            }
        }

        private Optional<DispatchDesk.Claimed> claim() {
            letter = null;
            since = System.nanoTime();
            if (circuit.isClosed()) {
                return Optional.empty();
            }
            Optional<DispatchDesk.Claimed> claimed = desk.claim();
            claimed.ifPresent(one -> letter = one.letter());
            if (claimed.filter(DispatchDesk.Claimed::isOneOfMore).isPresent()) {
                wake();
            }
            return claimed;
        }

        /** Whether this connection may take another one. */
        private boolean carry(OutboxMail mail, Postman.Trip trip) {
            Optional<NotDelivered> failure = handOver(mail, trip);
            if (failure.isEmpty()) {
                desk.sent(mail);
                opened();
                return true;
            }
            if (failure.get().reason() == Reason.SERVER_AWAY) {
                desk.handBack(mail, failure.get());
                close(failure.get());
                return false;
            }
            desk.notDelivered(mail, failure.get());
            LOG.warning(() -> "Letter %s was not taken, try %d: %s"
                    .formatted(
                            mail.dedupKey(),
                            mail.delivery().attempts(),
                            failure.get().reason()));
            return true;
        }

        /** A server that takes letters over other connections only wants fewer of them. */
        private void close(NotDelivered failure) {
            int others = (int) lanes.stream()
                    .filter(lane -> lane != this && lane.isConnected())
                    .count();
            if (failure.trouble() == MailTrouble.REFUSED && others > 0) {
                most = others;
            } else {
                circuit.closedBy(failure);
            }
        }

        private boolean isConnected() {
            return over != null && over.isConnected();
        }

        private Optional<NotDelivered> handOver(OutboxMail mail, Postman.Trip trip) {
            over = trip;
            try {
                trip.deliver(envelopes.of(mail));
                return Optional.empty();
            } catch (NotDelivered failure) {
                return Optional.of(failure);
            } catch (RuntimeException defect) {
                LOG.log(Level.SEVERE, "Letter " + mail.dedupKey() + " could not be written", defect);
                return Optional.of(new NotDelivered(Reason.NOT_NOW, defect));
            }
        }

        /** The server never gave it a thread: it must not take up room for ever. */
        private boolean isLost() {
            return !begun && System.nanoTime() - since > LOST.toNanos();
        }

        private Optional<OutboxMail> letter() {
            return Optional.ofNullable(letter);
        }

        private boolean isSlow() {
            return letter != null && isConnected() && System.nanoTime() - since > slow.toNanos();
        }
    }
}
