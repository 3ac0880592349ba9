package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.enterprise.inject.Vetoed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what it was given, and fails where it is told to. */
@Vetoed
class RecordingPostman implements Postman {
    private final List<String> delivered = new ArrayList<>();
    private final Map<String, Reason> failures = new HashMap<>();
    private String breaking = "";
    private Runnable onDelivery = () -> {};
    private int asked;
    private int trips;
    private int open;
    private int mostOpen;

    void fails(String recipient, Reason reason) {
        failures.put(recipient, reason);
    }

    void recovers() {
        failures.clear();
    }

    void breaksOn(String recipient) {
        breaking = recipient;
    }

    void onDelivery(Runnable action) {
        onDelivery = action;
    }

    List<String> delivered() {
        return delivered;
    }

    int asked() {
        return asked;
    }

    int trips() {
        return trips;
    }

    int mostTripsAtOnce() {
        return mostOpen;
    }

    int openTrips() {
        return open;
    }

    @Override
    public Trip setOut() {
        trips++;
        open++;
        mostOpen = Math.max(mostOpen, open);
        return new Trip() {
            @Override
            public void deliver(MimeMessage letter) throws NotDelivered {
                take(recipientOf(letter));
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private void take(String recipient) throws NotDelivered {
        asked++;
        if (recipient.equals(breaking)) {
            throw new IllegalStateException("a defect of ours");
        }
        if (failures.containsKey(recipient)) {
            throw new NotDelivered(failures.get(recipient), "as told");
        }
        onDelivery.run();
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
