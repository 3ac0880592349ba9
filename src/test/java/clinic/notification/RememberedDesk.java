package clinic.notification;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The courier's books in memory. Which letters are due, and to whom, is the database's business and tested there. */
@Vetoed
class RememberedDesk extends DispatchDesk {
    private final Deque<OutboxMail> due = new ArrayDeque<>();
    private final List<String> entries = new ArrayList<>();

    synchronized void owe(List<OutboxMail> letters) {
        due.clear();
        due.addAll(letters);
    }

    synchronized List<String> entries() {
        return List.copyOf(entries);
    }

    @Override
    synchronized Optional<Claimed> claim() {
        return Optional.ofNullable(due.poll()).map(letter -> new Claimed(letter, !due.isEmpty()));
    }

    @Override
    void sent(OutboxMail letter) {
        enter("sent " + who(letter));
    }

    @Override
    void notDelivered(OutboxMail letter, NotDelivered why) {
        enter(why.reason() + " " + who(letter));
    }

    @Override
    synchronized void handBack(OutboxMail letter, NotDelivered why) {
        enter("back " + who(letter));
        due.addFirst(letter);
    }

    @Override
    void renew(OutboxMail letter) {
        enter("renewed " + who(letter));
    }

    @Override
    void expire() {
        // nothing here grows old
    }

    @Override
    void hurry() {
        enter("way open");
    }

    private synchronized void enter(String entry) {
        entries.add(entry);
    }

    private static String who(OutboxMail letter) {
        return letter.recipient().replaceAll("@.*", "");
    }
}
