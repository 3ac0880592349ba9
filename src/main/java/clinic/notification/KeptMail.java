package clinic.notification;

import java.time.Instant;
import java.util.List;

/**
 * A letter read back from the folder it is kept in, as its recipient would see it.
 *
 * @param id names it in addresses
 * @param ics the calendar entry, empty when there is none
 */
public record KeptMail(
        String id,
        Instant date,
        String from,
        String to,
        String subject,
        String html,
        String text,
        String ics,
        List<Attachment> attachments) {

    public record Attachment(String name, String type, String content) {}
}
