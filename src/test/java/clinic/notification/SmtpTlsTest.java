package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.notification.NotDelivered.Reason;
import clinic.notification.SmtpSettings.Tls;
import com.icegreen.greenmail.smtp.auth.AuthenticationState;
import com.icegreen.greenmail.smtp.auth.UsernameAuthentication;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that wants a login and shows a certificate. */
class SmtpTlsTest {
    private static final int STARTTLS = 587;
    private static final int TLS_FROM_THE_START = 465;

    @TempDir
    static Path folder;

    private static TestCertificate itsOwn;
    private static TestCertificate anothers;

    private AuthenticationState sender;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void certify() throws Exception {
        itsOwn = TestCertificate.of("IP:127.0.0.1", folder);
        anothers = TestCertificate.of("DNS:mail.example.org", folder);
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("us@example.org", "us", "right");
        GreenMailUser inbox = server.setUser("ana@example.org", "ana", "secret");
        server.getUserManager().setMessageDeliveryHandler((letter, recipient) -> {
            sender = letter.getAuthenticationState();
            return inbox;
        });
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesAfterTheLogin() throws Exception {
        var settings = new SmtpSettings(
                "127.0.0.1", server.getSmtp().getPort(), Optional.of("us"), Optional.of("right"), Tls.OFF);
        deliver(new SmtpPostman(settings, offer -> {}));
        arrivedFromUs();
    }

    @Test
    void aLetterArrivesEncryptedByStartTlsWhereThatIsRequired() throws Exception {
        try (TlsFront front =
                TlsFront.byStartTls(itsOwn.shown(), server.getSmtp().getPort())) {
            deliver(postman(front, STARTTLS, Tls.REQUIRED, itsOwn));
            assertThat(front.encrypted()).isEqualTo(1);
            arrivedFromUs();
        }
    }

    @Test
    void aLetterArrivesWhereTheServerEncryptsFromTheStart() throws Exception {
        try (TlsFront front =
                TlsFront.fromTheStart(itsOwn.shown(), server.getSmtp().getPort())) {
            deliver(postman(front, TLS_FROM_THE_START, Tls.REQUIRED, itsOwn));
            assertThat(front.encrypted()).isEqualTo(1);
            arrivedFromUs();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNotEnoughWhereEncryptionIsRequired() throws Exception {
        try (TlsFront front =
                TlsFront.byStartTls(anothers.shown(), server.getSmtp().getPort())) {
            refused(postman(front, STARTTLS, Tls.REQUIRED, anothers), MailTrouble.CERTIFICATE);
            deliver(postman(front, STARTTLS, Tls.OPPORTUNISTIC));
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void aCertificateNobodyVouchesForIsNotEnoughWhereEncryptionIsRequired() throws Exception {
        try (TlsFront front =
                TlsFront.byStartTls(itsOwn.shown(), server.getSmtp().getPort())) {
            refused(postman(front, STARTTLS, Tls.REQUIRED), MailTrouble.CERTIFICATE);
            refused(postman(front, STARTTLS, Tls.REQUIRED, anothers), MailTrouble.CERTIFICATE);
            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aPasswordIsNeverShownToAServerThatDoesNotEncrypt() throws Exception {
        try (SmtpScript plain = SmtpScript.acceptingAll().offering("AUTH PLAIN LOGIN")) {
            SmtpSettings settings = login("127.0.0.1", Optional.of("right"), Optional.empty(), plain.port());
            refused(new SmtpPostman(settings, offer -> {}), MailTrouble.NOT_ENCRYPTED);
            assertThat(plain.commands()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void aServerThatOffersNoLoginIsNotWrittenToWithout() throws Exception {
        try (SmtpScript plain = SmtpScript.acceptingAll()) {
            SmtpSettings settings = login("127.0.0.1", Optional.of("right"), Optional.of("off"), plain.port());
            refused(new SmtpPostman(settings, offer -> {}), MailTrouble.LOGIN);
            assertThat(plain.mails()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() {
        SmtpSettings settings = login(
                "127.0.0.1",
                Optional.of("wrong"),
                Optional.of("off"),
                server.getSmtp().getPort());
        refused(new SmtpPostman(settings, offer -> {}), MailTrouble.LOGIN);
    }

    @Test
    void aLoginRequiresEncryptionUnlessTheServerIsOnThisMachine() {
        assertThat(login("mail.example.org", Optional.of("x"), Optional.empty(), STARTTLS)
                        .tls())
                .isEqualTo(Tls.REQUIRED);
        assertThat(login("localhost", Optional.of("x"), Optional.of("off"), STARTTLS)
                        .tls())
                .isEqualTo(Tls.OFF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> login("mail.example.org", Optional.of("x"), Optional.of("off"), STARTTLS))
                .withMessageContaining("CLINIC_SMTP_TLS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> login("localhost", Optional.of("x"), Optional.of("opportunistic"), STARTTLS))
                .withMessageContaining("CLINIC_SMTP_TLS");
        assertThat(SmtpSettings.of("mail.example.org", STARTTLS, Optional.empty(), Optional.empty(), Optional.empty())
                        .tls())
                .isEqualTo(Tls.OPPORTUNISTIC);
    }

    private static SmtpSettings login(String host, Optional<String> password, Optional<String> tls, int port) {
        return SmtpSettings.of(host, port, Optional.of("us"), password, tls);
    }

    private void arrivedFromUs() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(sender).isInstanceOfSatisfying(UsernameAuthentication.class, login -> assertThat(login.getUsername())
                .isEqualTo("us"));
    }

    private static void deliver(SmtpPostman postman) throws NotDelivered {
        try (Postman.Trip trip = postman.setOut()) {
            trip.deliver(Post.envelopes().of(Post.mailTo("Ana", "ana@example.org")));
        }
    }

    private static void refused(SmtpPostman postman, MailTrouble trouble) {
        NotDelivered refusal = catchThrowableOfType(NotDelivered.class, () -> deliver(postman));
        assertThat(refusal.reason()).isEqualTo(Reason.SERVER_AWAY);
        assertThat(refusal.trouble()).as(refusal.getMessage()).isEqualTo(trouble);
    }

    private static SmtpPostman postman(TlsFront front, int port, Tls tls) {
        return postman(front, port, tls, new Properties());
    }

    private static SmtpPostman postman(TlsFront front, int port, Tls tls, TestCertificate trusted) throws Exception {
        Properties trusting = new Properties();
        trusting.put("mail.smtp.ssl.socketFactory", trusted.trusted().getSocketFactory());
        return postman(front, port, tls, trusting);
    }

    /** As for the port it would have, which a test may not open. */
    private static SmtpPostman postman(TlsFront front, int port, Tls tls, Properties more) {
        more.setProperty("mail.smtp.port", Integer.toString(front.port()));
        Optional<String> user = tls == Tls.OPPORTUNISTIC ? Optional.empty() : Optional.of("us");
        SmtpSettings settings = new SmtpSettings("127.0.0.1", port, user, Optional.of("right"), tls);
        return new SmtpPostman(settings, SmtpPatience.STANDARD, more, offer -> {});
    }
}
