package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to a mail server. It knows which step it has come to and what was answered there: whether a failure is
 * the server's or one mail's own follows from nothing else.
 */
final class SmtpConnection extends SMTPTransport {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class.getName());
    private static final int CLOSING = 421;

    private enum Phase {
        CONNECT,
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        END_OF_DATA
    }

    private final SmtpSettings settings;
    private final SmtpPatience patience;
    private final KeptSocket socket;
    private Phase phase = Phase.CONNECT;
    private Optional<String> answer = Optional.empty();

    private SmtpConnection(Session session, SmtpSettings settings, SmtpPatience patience, KeptSocket socket) {
        super(session, null);
        this.settings = settings;
        this.patience = patience;
        this.socket = socket;
    }

    /**
     * A connection, open and logged in.
     *
     * @param unicode whether it is for mails that only SMTPUTF8 can carry
     */
    static SmtpConnection open(SmtpSettings settings, SmtpPatience patience, Properties more, boolean unicode)
            throws NotDelivered {
        KeptSocket socket = new KeptSocket();
        Properties properties = settings.properties(patience);
        properties.putAll(more);
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(unicode));
        properties.put("mail.smtp.socketFactory", socket);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        SmtpConnection connection = new SmtpConnection(Session.getInstance(properties), settings, patience, socket);
        connection.open();
        return connection;
    }

    private void open() throws NotDelivered {
        try {
            connect(
                    settings.host(),
                    Integer.parseInt(session.getProperty("mail.smtp.port")),
                    settings.user().orElse(null),
                    settings.user().isPresent() ? settings.password().orElse("") : null);
        } catch (MessagingException failure) {
            throw NotDelivered.serverAway(MailTrouble.of(failure), failure.getMessage(), failure);
        }
        if (settings.user().isPresent() && !supportsExtension("AUTH")) {
            hangUp();
            throw NotDelivered.serverAway(MailTrouble.LOGIN, "the mail server offers no login", null);
        }
    }

    boolean offersUnicode() {
        return supportsExtension("SMTPUTF8");
    }

    void send(MimeMessage mail) throws NotDelivered {
        phase = Phase.MAIL;
        answer = Optional.empty();
        try {
            sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException failure) {
            throw notDelivered(failure);
        }
    }

    /** Whether the connection was gone before the mail had its turn. */
    boolean wasGone() {
        return phase == Phase.MAIL
                && answer.map(words -> codeOf(words) == CLOSING).orElse(true);
    }

    private NotDelivered notDelivered(MessagingException failure) {
        if (answer.isPresent()) {
            boolean forGood = phase != Phase.MAIL && SmtpAnswer.isAboutRecipientForGood(answer.get());
            return new NotDelivered(forGood ? Reason.RECIPIENT_REFUSED : Reason.NOT_NOW, answer.get());
        }
        hangUp();
        LOG.log(Level.FINE, failure, () -> "no answer at " + phase);
        return phase == Phase.END_OF_DATA
                ? new NotDelivered(Reason.OUTCOME_UNKNOWN, "no answer after the message was sent")
                : new NotDelivered(Reason.NOT_NOW, "no answer to " + phase);
    }

    void hangUp() {
        try {
            close();
        } catch (MessagingException alreadyGone) {
            LOG.log(Level.FINE, "the mail server had hung up", alreadyGone);
        }
    }

    @Override
    protected void mailFrom() throws MessagingException {
        enter(Phase.MAIL, patience.command());
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(Phase.RCPT, patience.command());
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(Phase.DATA, patience.data());
        OutputStream message = super.data();
        enter(Phase.CONTENT, patience.block());
        return message;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        enter(Phase.END_OF_DATA, patience.acceptance());
        super.finishData();
        // What follows is the next mail's: RSET, or a good-bye.
        socket.waitAtMost(patience.greeting());
    }

    /** Only the first answer is about the step: after a no the library says RSET. */
    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (answer.isEmpty() && code > 0) {
            answer = Optional.of(OneLine.of(getLastServerResponse()));
        }
        return code;
    }

    private void enter(Phase next, Duration wait) throws MessagingException {
        phase = next;
        answer = Optional.empty();
        socket.waitAtMost(wait);
    }

    private static int codeOf(String words) {
        return Integer.parseInt(words.substring(0, 3));
    }

    /** Makes the one socket of the connection, below any encryption, and keeps it: its patience changes with the steps. */
    private static final class KeptSocket extends SocketFactory {
        private Socket socket;

        @Override
        public Socket createSocket() {
            socket = new Socket();
            return socket;
        }

        void waitAtMost(Duration wait) throws MessagingException {
            try {
                if (socket != null) {
                    socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
                }
            } catch (SocketException closed) {
                throw new MessagingException("the connection is closed", closed);
            }
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("connected later");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("connected later");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("connected later");
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException("connected later");
        }
    }
}
