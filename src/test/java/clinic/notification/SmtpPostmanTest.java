package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.notification.NotDelivered.Reason;
import clinic.notification.SmtpSettings.Tls;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server, and against one that only says no. */
class SmtpPostmanTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesWhole() throws Exception {
        try (Postman.Trip trip =
                postman(server.getSmtp().getPort(), Tls.OPPORTUNISTIC).setOut()) {
            trip.deliver(letterTo("🧑 عائشة \"Zoë\" O'Brien", "ana@example.org"));
        }
        MimeMessage arrived = server.getReceivedMessages()[0];
        Multipart mixed = (Multipart) arrived.getContent();
        Multipart forms = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(arrived.getSubject()).isEqualTo("Your appointment on Tue, Mar 3 at 10:00 AM");
        assertThat((String) forms.getBodyPart(0).getContent()).startsWith("Hello 🧑 عائشة \"Zoë\" O'Brien,");
        assertThat(forms.getBodyPart(2).getContentType()).contains("text/calendar", "method=REQUEST");
        assertThat(arrived.getMessageID())
                .isEqualTo(letterTo("any", "any@example.org").getMessageID());
    }

    @Test
    void severalLettersGoOverOneConnection() throws Exception {
        try (SmtpScript script = SmtpScript.acceptingAll();
                Postman.Trip trip = postman(script.port(), Tls.OFF).setOut()) {
            trip.deliver(letterTo("Ana", "ana@example.org"));
            trip.deliver(letterTo("Ben", "ben@example.org"));
            assertThat(script.connections()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownRecipientIsRefusedForGoodAndTheNextLetterArrives() throws Exception {
        try (SmtpScript script = SmtpScript.answeringRcpt("nobody", "550 5.1.1 no such user");
                Postman.Trip trip = postman(script.port(), Tls.OFF).setOut()) {
            assertThat(failure(trip, "nobody@example.org").reason()).isEqualTo(Reason.RECIPIENT_REFUSED);
            trip.deliver(letterTo("Ana", "ana@example.org"));
            assertThat(script.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aRelayThatDoesNotKnowUsIsTriedAgain() throws Exception {
        try (SmtpScript script = SmtpScript.answeringRcpt("ana", "550 5.7.1 Relaying denied");
                Postman.Trip trip = postman(script.port(), Tls.OFF).setOut()) {
            assertThat(failure(trip, "ana@example.org").reason()).isEqualTo(Reason.NOT_NOW);
        }
    }

    @Test
    void aGreylistedRecipientIsTriedAgain() throws Exception {
        try (SmtpScript script = SmtpScript.answeringRcpt("ana", "450 4.2.1 try later");
                Postman.Trip trip = postman(script.port(), Tls.OFF).setOut()) {
            assertThat(failure(trip, "ana@example.org").reason()).isEqualTo(Reason.NOT_NOW);
        }
    }

    @Test
    void aServerThatIsDownIsAway() {
        int port = server.getSmtp().getPort();
        server.stop();
        try (Postman.Trip trip = postman(port, Tls.OPPORTUNISTIC).setOut()) {
            assertThat(failure(trip, "ana@example.org").reason()).isEqualTo(Reason.SERVER_AWAY);
        }
    }

    @Test
    void aServerThatRefusesOurLoginIsAway() {
        var settings = new SmtpSettings(
                "127.0.0.1", server.getSmtp().getPort(), Optional.of("us"), Optional.of("wrong"), Tls.OFF);
        server.setUser("us@example.org", "us", "right");
        try (Postman.Trip trip = new SmtpPostman(settings).setOut()) {
            assertThat(failure(trip, "ana@example.org").reason()).isEqualTo(Reason.SERVER_AWAY);
        }
    }

    @Test
    void aServerWithoutEncryptionGetsNothingWhereItIsRequired() {
        try (Postman.Trip trip =
                postman(server.getSmtp().getPort(), Tls.REQUIRED).setOut()) {
            assertThat(failure(trip, "ana@example.org").reason()).isEqualTo(Reason.SERVER_AWAY);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static NotDelivered failure(Postman.Trip trip, String recipient) {
        return catchThrowableOfType(NotDelivered.class, () -> trip.deliver(letterTo("Ana", recipient)));
    }

    private static SmtpPostman postman(int port, Tls tls) {
        return new SmtpPostman(new SmtpSettings("127.0.0.1", port, Optional.empty(), Optional.empty(), tls));
    }

    private static MimeMessage letterTo(String name, String address) throws NotDelivered {
        return Post.envelopes().of(Post.mailTo(name, address));
    }
}
