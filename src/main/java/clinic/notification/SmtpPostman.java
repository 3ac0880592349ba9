package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Consumer;

/** Hands mails to a mail server, all of one trip over one connection. */
class SmtpPostman implements Postman {
    /** Some servers take no more over one connection. */
    private static final int MOST_AT_ONCE = 50;

    private final SmtpSettings settings;
    private final SmtpPatience patience;
    private final Properties more;
    private final Consumer<Boolean> offers;

    /**
     * @param offers is told after every greeting whether the server takes mailboxes beyond ASCII, and that it does not
     *     when it is away
     */
    SmtpPostman(SmtpSettings settings, Consumer<Boolean> offers) {
        this(settings, SmtpPatience.STANDARD, new Properties(), offers);
    }

    /**
     * @param more settings of the mail library beside those that follow from ours
     */
    SmtpPostman(SmtpSettings settings, SmtpPatience patience, Properties more, Consumer<Boolean> offers) {
        this.settings = settings;
        this.patience = patience;
        this.more = more;
        this.offers = offers;
    }

    @Override
    public Trip setOut() {
        return new SmtpTrip();
    }

    @Override
    public void probe() throws NotDelivered {
        connect(false).hangUp();
    }

    private SmtpConnection connect(boolean unicode) throws NotDelivered {
        try {
            SmtpConnection connection = SmtpConnection.open(settings, patience, more, unicode);
            offers.accept(connection.offersUnicode());
            return connection;
        } catch (NotDelivered away) {
            // A server that takes no more connections has not changed its mind.
            if (away.trouble() != MailTrouble.REFUSED) {
                offers.accept(false);
            }
            throw away;
        }
    }

    private final class SmtpTrip implements Trip {
        private SmtpConnection connection;
        private boolean forUnicode;
        private int sent;

        @Override
        public void deliver(MimeMessage mail) throws NotDelivered {
            boolean unicode = needsUnicode(mail);
            boolean reused = isReady(unicode);
            if (!reused) {
                reconnect(unicode);
            }
            if (unicode && !connection.offersUnicode()) {
                throw new NotDelivered(Reason.RECIPIENT_REFUSED, "the mail server does not offer SMTPUTF8");
            }
            try {
                connection.send(mail);
            } catch (NotDelivered failure) {
                if (!reused || !connection.wasGone()) {
                    throw failure;
                }
                reconnect(unicode);
                connection.send(mail);
            } finally {
                sent++;
            }
        }

        /** Says RSET: one mail leaves nothing behind for the next, and a dead connection is noticed. */
        private boolean isReady(boolean unicode) {
            return connection != null && forUnicode == unicode && sent < MOST_AT_ONCE && connection.isConnected();
        }

        private void reconnect(boolean unicode) throws NotDelivered {
            close();
            connection = connect(unicode);
            forUnicode = unicode;
            sent = 0;
        }

        @Override
        public boolean isConnected() {
            return connection != null;
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.hangUp();
                connection = null;
            }
        }

        private boolean needsUnicode(MimeMessage mail) throws NotDelivered {
            try {
                for (Address address : mail.getAllRecipients()) {
                    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(((InternetAddress) address).getAddress())) {
                        return true;
                    }
                }
                return false;
            } catch (MessagingException defect) {
                throw new NotDelivered(Reason.NOT_NOW, defect);
            }
        }
    }
}
