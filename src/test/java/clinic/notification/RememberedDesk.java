package clinic.notification;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The courier's books in memory. Which letters are due, and to whom, is the database's business and tested there. */
@Vetoed
class RememberedDesk extends DispatchDesk {
    private final Deque<OutboxMail> due = new ArrayDeque<>();
    private final List<String> entries = new ArrayList<>();

    void owe(List<OutboxMail> letters) {
        due.clear();
        due.addAll(letters);
    }

    List<String> entries() {
        return entries;
    }

    @Override
    List<OutboxMail> claim(int atMost) {
        List<OutboxMail> claimed = new ArrayList<>();
        while (claimed.size() < atMost && !due.isEmpty()) {
            claimed.add(due.poll());
        }
        return claimed;
    }

    @Override
    void sent(OutboxMail letter) {
        entries.add("sent " + who(letter));
    }

    @Override
    void notDelivered(OutboxMail letter, NotDelivered why) {
        entries.add(why.reason() + " " + who(letter));
    }

    @Override
    void handBack(OutboxMail letter) {
        entries.add("back " + who(letter));
    }

    @Override
    void hurry() {
        entries.add("way open");
    }

    private static String who(OutboxMail letter) {
        return letter.recipient().replaceAll("@.*", "");
    }
}
