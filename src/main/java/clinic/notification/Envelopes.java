package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import clinic.patient.EmailAddress;
import clinic.patient.PastedAddress;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * Puts letters into envelopes: a MIME message whose Date and Message-ID follow from what is owed and not from when it is
 * sent, so that a repeat is the same message. Only the bare address stands on it, no name.
 */
@ApplicationScoped
class Envelopes {
    private final Session plain = Session.getInstance(new Properties());
    /** Headers in UTF-8: only where a mailbox itself is beyond ASCII (RFC 6532). */
    private final Session unicode = Session.getInstance(unicode());

    private Sender sender;
    private LetterWriter writer;

    protected Envelopes() {}

    @Inject
    Envelopes(Sender sender, LetterWriter writer) {
        this.sender = sender;
        this.writer = writer;
    }

    MimeMessage of(OutboxMail mail) throws NotDelivered {
        EmailAddress recipient = recipient(mail);
        Letter letter = writer.write(mail);
        try {
            MimeMessage message =
                    new NumberedMessage(recipient.needsUnicode() ? unicode : plain, sender.messageId(mail));
            message.setFrom(sender.address());
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient.wire(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(mail.createdAt()));
            message.setHeader(FilePostman.WRITTEN, mail.createdAt().toString());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContentLanguage(new String[] {letter.language()});
            message.setContent(contents(letter));
            message.saveChanges();
            return message;
        } catch (MessagingException defect) {
            throw new IllegalStateException("a letter cannot be put into its envelope", defect);
        }
    }

    /** The very mailbox that was accepted, or none: an address is never altered on its way. */
    private static EmailAddress recipient(OutboxMail mail) throws NotDelivered {
        if (EmailAddress.formFlaw(mail.recipient()).isPresent()
                || !PastedAddress.read(mail.recipient()).equals(mail.recipient())) {
            throw new NotDelivered(Reason.RECIPIENT_REFUSED, "not one bare address");
        }
        return new EmailAddress(mail.recipient());
    }

    private static Properties unicode() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    private static MimeMultipart contents(Letter letter) throws MessagingException {
        MimeMultipart sameInOtherForms = new MimeMultipart("alternative");
        sameInOtherForms.addBodyPart(part(letter.text(), "text/plain", "quoted-printable"));
        sameInOtherForms.addBodyPart(part(letter.html(), "text/html", "quoted-printable"));
        if (letter.invitation().isEmpty()) {
            return sameInOtherForms;
        }
        Invitation invitation = letter.invitation().get();
        String calendar = "text/calendar; method=" + invitation.method();
        if (!invitation.isFile()) {
            sameInOtherForms.addBodyPart(part(invitation.text(), calendar, "base64"));
        }
        MimeBodyPart attached = part(invitation.text(), calendar, "base64");
        attached.setFileName(invitation.isFile() ? "appointments.ics" : "invite.ics");
        attached.setDisposition(MimeBodyPart.ATTACHMENT);
        MimeBodyPart shown = new MimeBodyPart();
        shown.setContent(sameInOtherForms);
        return new MimeMultipart("mixed", shown, attached);
    }

    private static MimeBodyPart part(String text, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(octets, type + "; charset=UTF-8")));
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    /** The library would number a message by the moment and the machine. */
    private static final class NumberedMessage extends MimeMessage {
        private final String id;

        NumberedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
