package clinic.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands letters to a mail server, all of one trip over one connection. */
class SmtpPostman implements Postman {
    private static final Logger LOG = Logger.getLogger(SmtpPostman.class.getName());

    private final Session session;

    SmtpPostman(SmtpSettings settings) {
        this(settings.session());
    }

    SmtpPostman(Session session) {
        this.session = session;
    }

    @Override
    public Trip setOut() {
        return new SmtpTrip();
    }

    private final class SmtpTrip implements Trip {
        private final Transport server = transport();

        @Override
        public void deliver(MimeMessage letter) throws NotDelivered {
            try {
                if (!server.isConnected()) {
                    server.connect();
                }
                server.sendMessage(letter, letter.getAllRecipients());
            } catch (MessagingException failure) {
                throw new NotDelivered(SmtpAnswer.reason(failure), failure);
            }
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (MessagingException alreadyGone) {
                LOG.log(Level.FINE, "the mail server had hung up", alreadyGone);
            }
        }

        private Transport transport() {
            try {
                return session.getTransport("smtp");
            } catch (NoSuchProviderException impossible) {
                throw new IllegalStateException("every mail library speaks SMTP", impossible);
            }
        }
    }
}
