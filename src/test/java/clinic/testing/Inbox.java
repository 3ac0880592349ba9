package clinic.testing;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Somebody's mailbox: what a clinic without a mail server has kept for her, oldest first. */
public final class Inbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Path mails;
    private final String owner;

    public Inbox(RunningClinic clinic, String owner) {
        this.mails = clinic.home().resolve("mail");
        this.owner = owner;
    }

    /** A letter with its text and the entry for her calendar. */
    public record Mail(String subject, String text, String ics) {
        public ICalendar calendar() {
            return Biweekly.parse(ics).first();
        }
    }

    /** Waits until so many letters have come. */
    public List<Mail> await(int count) {
        Awaited awaited = new Awaited();
        org.awaitility.Awaitility.await("letter " + count + " to " + owner)
                .atMost(PATIENCE)
                .until(() -> (awaited.mails = read()).size() >= count);
        return awaited.mails;
    }

    private static final class Awaited {
        private List<Mail> mails = List.of();
    }

    private List<Mail> read() {
        try (Stream<Path> files = Files.list(mails)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Inbox::message)
                    .filter(this::isHers)
                    .map(Inbox::mail)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MimeMessage message(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isHers(MimeMessage message) {
        try {
            return message.getRecipients(jakarta.mail.Message.RecipientType.TO)[0]
                    .toString()
                    .contains(owner);
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    message.getSubject(),
                    part(message.getContent(), "text/plain"),
                    part(message.getContent(), "text/calendar"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart part = parts.getBodyPart(index);
                String found = part.isMimeType(type) && !(part.getContent() instanceof InputStream)
                        ? part.getContent().toString()
                        : part.isMimeType(type)
                                ? new String(
                                        ((InputStream) part.getContent()).readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                : part(part.getContent(), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
