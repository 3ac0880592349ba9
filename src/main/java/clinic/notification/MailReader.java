package clinic.notification;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Takes a kept letter apart again. */
final class MailReader {
    private final Path file;
    private final List<KeptMail.Attachment> attachments = new ArrayList<>();
    private String html = "";
    private String text = "";
    private String ics = "";

    MailReader(Path file) {
        this.file = file;
    }

    KeptMail read(String id) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            sort(message);
            return new KeptMail(
                    id,
                    message.getSentDate().toInstant(),
                    readable(message.getFrom()),
                    readable(message.getAllRecipients()),
                    message.getSubject(),
                    html,
                    text,
                    ics,
                    List.copyOf(attachments));
        }
    }

    private void sort(Part part) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                sort(parts.getBodyPart(i));
            }
        } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            String content = contentOf(part);
            attachments.add(new KeptMail.Attachment(part.getFileName(), part.getContentType(), content));
            ics = ics.isEmpty() && part.isMimeType("text/calendar") ? content : ics;
        } else if (part.isMimeType("text/plain")) {
            text = contentOf(part);
        } else if (part.isMimeType("text/html")) {
            html = contentOf(part);
        } else if (part.isMimeType("text/calendar")) {
            ics = contentOf(part);
        }
    }

    /** All our letters are UTF-8. */
    private static String contentOf(Part part) throws IOException, MessagingException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String readable(Address[] addresses) {
        return addresses == null || addresses.length == 0 ? "" : ((InternetAddress) addresses[0]).toUnicodeString();
    }
}
