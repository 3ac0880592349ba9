package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.enterprise.inject.Vetoed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Remembers what it was given, and fails where it is told to. */
@Vetoed
class RecordingPostman implements Postman {
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Reason> failures = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();
    private final AtomicInteger trips = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile String breaking = "";
    private volatile boolean away;
    private volatile Consumer<String> onDelivery = recipient -> {};

    void fails(String recipient, Reason reason) {
        failures.put(recipient, reason);
    }

    void isAway(boolean away) {
        this.away = away;
    }

    void breaksOn(String recipient) {
        breaking = recipient;
    }

    void onDelivery(Consumer<String> action) {
        onDelivery = action;
    }

    List<String> delivered() {
        synchronized (delivered) {
            return List.copyOf(delivered);
        }
    }

    int asked() {
        return asked.get();
    }

    int probes() {
        return probes.get();
    }

    int trips() {
        return trips.get();
    }

    int mostTripsAtOnce() {
        return mostOpen.get();
    }

    int openTrips() {
        return open.get();
    }

    @Override
    public void probe() throws NotDelivered {
        probes.incrementAndGet();
        refuseIfAway();
    }

    private void refuseIfAway() throws NotDelivered {
        if (away) {
            throw NotDelivered.serverAway(MailTrouble.UNREACHABLE, "as told", null);
        }
    }

    @Override
    public Trip setOut() {
        trips.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new Trip() {
            private boolean connected;

            @Override
            public void deliver(MimeMessage letter) throws NotDelivered {
                refuseIfAway();
                connected = true;
                take(recipientOf(letter));
            }

            @Override
            public boolean isConnected() {
                return connected;
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    private void take(String recipient) throws NotDelivered {
        asked.incrementAndGet();
        if (recipient.equals(breaking)) {
            throw new IllegalStateException("a defect of ours");
        }
        if (failures.containsKey(recipient)) {
            throw new NotDelivered(failures.get(recipient), "as told");
        }
        onDelivery.accept(recipient);
        delivered.add(recipient);
    }

    private static String recipientOf(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
