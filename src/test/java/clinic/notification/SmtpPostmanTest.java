package clinic.notification;

import static clinic.notification.SmtpScript.END;
import static clinic.notification.SmtpScript.GREETING;
import static clinic.notification.SmtpScript.drops;
import static clinic.notification.SmtpScript.hangs;
import static clinic.notification.SmtpScript.says;
import static clinic.notification.SmtpScript.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.notification.NotDelivered.Reason;
import clinic.notification.SmtpSettings.Tls;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers that follow a script and keep every octet. */
class SmtpPostmanTest {
    private static final SmtpPatience SHORT = new SmtpPatience(
            Duration.ofSeconds(5),
            Duration.ofMillis(700),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofMillis(1200));

    private final List<Boolean> offers = new ArrayList<>();
    private SmtpScript server;

    @BeforeEach
    void start() throws Exception {
        server = SmtpScript.acceptingAll();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aMailArrivesWholeAtARealServer() throws Exception {
        GreenMail real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        real.start();
        try (Postman.Trip trip =
                postman(real.getSmtp().getPort(), Tls.OPPORTUNISTIC).setOut()) {
            trip.deliver(mailTo("🧑 عائشة \"Zoë\" O'Brien", "ana@example.org"));
            MimeMessage arrived = real.getReceivedMessages()[0];
            Multipart mixed = (Multipart) arrived.getContent();
            Multipart forms = (Multipart) mixed.getBodyPart(0).getContent();
            assertThat(arrived.getSubject()).isEqualTo("Your appointment on Tue, Mar 3 at 10:00 AM");
            assertThat((String) forms.getBodyPart(0).getContent()).startsWith("Hello 🧑 عائشة \"Zoë\" O'Brien,");
            assertThat(forms.getBodyPart(2).getContentType()).contains("text/calendar", "method=REQUEST");
            assertThat(arrived.getMessageID())
                    .isEqualTo(mailTo("any", "any@example.org").getMessageID());
        } finally {
            real.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.org, ana@example.org",
        "ana@škoda.example, ana@xn--koda-f6a.example",
        "ana@españa.test, ana@xn--espaa-rta.test",
        "ana@例子.测试, ana@xn--fsqu00a.xn--0zwm56d"
    })
    void theServerIsToldExactlyTheMailboxThatWasTyped(String typed, String wire) throws Exception {
        server.offering("SMTPUTF8", "8BITMIME");
        deliver(typed);
        assertThat(server.commands("MAIL")).containsExactly("MAIL FROM:<appointments@visits.example.org>");
        assertThat(server.commands("RCPT")).containsExactly("RCPT TO:<" + wire + ">");
        assertThat(server.mails().get(0)).contains("\r\nTo: " + wire + "\r\n");
        assertThat(calendarOf(server.mails().get(0))).contains(":mailto:" + wire);
        assertThat(server.mails().get(0).chars()).allMatch(octet -> octet < 128);
    }

    @ParameterizedTest
    @CsvSource({
        "miloš@example.org, miloš@example.org, milo%C5%A1@example.org",
        "josé@škoda.example, josé@xn--koda-f6a.example, jos%C3%A9@xn--koda-f6a.example",
        "用户@例子.测试, 用户@xn--fsqu00a.xn--0zwm56d, %E7%94%A8%E6%88%B7@xn--fsqu00a.xn--0zwm56d"
    })
    void aMailboxBeyondAsciiIsSaidInUtf8WhereThatIsOffered(String typed, String wire, String uri) throws Exception {
        server.offering("SMTPUTF8", "8BITMIME");
        deliver(typed);
        assertThat(server.commands("MAIL")).containsExactly("MAIL FROM:<appointments@visits.example.org> SMTPUTF8");
        assertThat(server.commands("RCPT")).containsExactly(SmtpScript.octets("RCPT TO:<" + wire + ">"));
        assertThat(server.mails().get(0)).contains(SmtpScript.octets("\r\nTo: " + wire + "\r\n"));
        assertThat(calendarOf(server.mails().get(0))).contains("mailto:" + uri);
    }

    @Test
    void aMailboxBeyondAsciiIsRefusedAndNeverAlteredWhereItIsNotOffered() throws Exception {
        try (Postman.Trip trip = postman().setOut()) {
            assertThat(failure(trip, "miloš@example.org"))
                    .hasMessage("the mail server does not offer SMTPUTF8")
                    .extracting(NotDelivered::reason)
                    .isEqualTo(Reason.RECIPIENT_REFUSED);
            trip.deliver(mailTo("Ana", "ana@example.org"));
        }
        assertThat(server.commands("RCPT")).containsExactly("RCPT TO:<ana@example.org>");
        assertThat(offers).containsOnly(false);
    }

    @Test
    void theOfferIsLearnedFromEveryGreeting() throws Exception {
        server.offering("SMTPUTF8");
        postman().probe();
        server.offersNoMore();
        postman().probe();
        assertThat(offers).containsExactly(true, false);
        assertThat(server.commands("MAIL")).isEmpty();
    }

    @Test
    void nothingIsOfferedByAServerThatIsFoundAwayWithAMailInHand() throws Exception {
        server.offering("SMTPUTF8");
        deliver("ana@example.org");
        server.close();
        assertThat(failure(postman().setOut(), "ben@example.org").trouble()).isEqualTo(MailTrouble.UNREACHABLE);
        assertThat(offers).containsExactly(true, false);
    }

    @Test
    void aServerThatWantsNoFurtherConnectionOffersWhatItOffered() throws Exception {
        server.offering("SMTPUTF8");
        postman().probe();
        server.at(GREETING, says("421 too many"));
        assertThat(failure(postman().setOut(), "ben@example.org").trouble()).isEqualTo(MailTrouble.REFUSED);
        assertThat(offers).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org>\r\nRCPT TO:<eve@example.org",
                "ana@example.org\nRCPT TO:<eve@example.org>",
                "ana%eve.example@example.org",
                "eve.example!ana@example.org",
                "@eve.example:ana@example.org",
                "\"ana\"@example.org",
                "ana@[127.0.0.1]",
                "ａｎａ@example.org",
                "ana@example.org."
            })
    void whatIsNoMailboxIsNeverSaidToTheServer(String address) {
        try (Postman.Trip trip = postman().setOut()) {
            NotDelivered failure = catchThrowableOfType(NotDelivered.class, () -> trip.deliver(mailTo("Ana", address)));
            assertThat(failure.reason()).isEqualTo(Reason.RECIPIENT_REFUSED);
        }
        assertThat(server.commands("RCPT")).isEmpty();
    }

    @Test
    void severalMailsGoOverOneConnectionWithAResetBetween() throws Exception {
        try (Postman.Trip trip = postman().setOut()) {
            trip.deliver(mailTo("Ana", "ana@example.org"));
            trip.deliver(mailTo("Ben", "ben@example.org"));
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.commands().stream().map(line -> line.split("[ :]")[0]))
                .containsSubsequence("EHLO", "MAIL", "RCPT", "DATA", ".", "RSET", "MAIL", "RCPT", "DATA", ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 no such user | RECIPIENT_REFUSED",
                "550 5.7.1 Relaying denied | NOT_NOW",
                "450 4.2.1 greylisted, try later | NOT_NOW",
                "452 4.2.2 mailbox full | NOT_NOW",
                "421 4.3.2 shutting down | NOT_NOW"
            })
    void aRefusedRecipientIsToldInTheServersOwnWordsAndTheNextMailArrives(String answer, Reason reason)
            throws Exception {
        server.at("RCPT", "bob@", says(answer));
        try (Postman.Trip trip = postman().setOut()) {
            NotDelivered failure = failure(trip, "bob@example.org");
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.getMessage()).isEqualTo(answer);
            trip.deliver(mailTo("Ana", "ana@example.org"));
        }
        assertThat(server.accepted()).isEqualTo(1);
    }

    /** Only what concerns every mail means that the server is away. */
    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatHangsAtOneMailIsThatMailsTrouble(String step) throws Exception {
        server.at(step, hangs());
        try (Postman.Trip trip = postman().setOut()) {
            NotDelivered failure = failure(trip, "bob@example.org");
            assertThat(failure.reason()).isEqualTo(Reason.NOT_NOW);
            assertThat(failure.getMessage()).isEqualTo("no answer to " + step);
            server.followsNoRules();
            trip.deliver(mailTo("Ana", "ana@example.org"));
        }
        assertThat(server.accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatHangsUpAtOneMailIsThatMailsTrouble(String step) throws Exception {
        server.at(step, drops());
        try (Postman.Trip trip = postman().setOut()) {
            assertThat(failure(trip, "bob@example.org").reason()).isEqualTo(Reason.NOT_NOW);
        }
    }

    @Test
    void aServerThatNeverAnswersAfterTheDotLeavesTheOutcomeUnknown() throws Exception {
        server.at(END, "bob@", hangs()).at(END, "eve@", drops());
        try (Postman.Trip trip = postman().setOut()) {
            assertThat(failure(trip, "bob@example.org").reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(failure(trip, "eve@example.org").reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"554 5.6.0 not taken | RECIPIENT_REFUSED", "451 4.3.0 later | NOT_NOW"})
    void aServerThatSaysNoAfterTheDotHasDecided(String answer, Reason reason) throws Exception {
        server.at(END, says(answer));
        try (Postman.Trip trip = postman().setOut()) {
            assertThat(failure(trip, "bob@example.org").reason()).isEqualTo(reason);
        }
    }

    /** The last answer has more time than any other step. */
    @Test
    void aServerThatNeedsItsTimeAfterTheDotIsWaitedFor() throws Exception {
        server.at(END, takes(Duration.ofMillis(800), "250 taken"));
        deliver("ana@example.org");
        assertThat(server.accepted()).isEqualTo(1);
        assertThat(SmtpPatience.STANDARD.acceptance()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    /** A server that ends a connection after some mails has said nothing of the next one. */
    @Test
    void aConnectionThatIsGoneBeforeAMailBeginsIsMadeAnew() throws Exception {
        try (Postman.Trip trip = postman().setOut()) {
            trip.deliver(mailTo("Ana", "ana@example.org"));
            server.at("RSET", drops());
            trip.deliver(mailTo("Ben", "ben@example.org"));
            server.followsNoRules();
            trip.deliver(mailTo("Cai", "cai@example.org"));
        }
        assertThat(server.accepted()).isEqualTo(3);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aServerThatSaysItClosesBeforeAMailBeginsIsCalledAnew() throws Exception {
        SmtpScript.Deed onceEnough =
                closed -> server.accepted() == 1 && server.connections() == 1 ? "421 4.7.0 enough for now" : "250 ok";
        server.at("MAIL", onceEnough);
        try (Postman.Trip trip = postman().setOut()) {
            trip.deliver(mailTo("Ana", "ana@example.org"));
            trip.deliver(mailTo("Ben", "ben@example.org"));
        }
        assertThat(server.accepted()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"GREETING,421 busy,REFUSED", "GREETING,554 go away,REFUSED", "EHLO,,NO_ANSWER"})
    void aServerThatDoesNotBeginIsAway(String step, String answer, MailTrouble trouble) throws Exception {
        server.at(step, answer == null ? hangs() : says(answer));
        try (Postman.Trip trip = postman().setOut()) {
            NotDelivered failure = failure(trip, "ana@example.org");
            assertThat(failure.reason()).isEqualTo(Reason.SERVER_AWAY);
            assertThat(failure.trouble()).as(failure.getMessage()).isEqualTo(trouble);
        }
    }

    @Test
    void aServerThatNeverGreetsIsAway() throws Exception {
        server.at(GREETING, hangs());
        try (Postman.Trip trip = postman().setOut()) {
            assertThat(failure(trip, "ana@example.org").trouble()).isEqualTo(MailTrouble.NO_ANSWER);
        }
    }

    @Test
    void aServerThatIsDownIsAway() throws Exception {
        server.close();
        try (Postman.Trip trip = postman().setOut()) {
            NotDelivered failure = failure(trip, "ana@example.org");
            assertThat(failure.reason()).isEqualTo(Reason.SERVER_AWAY);
            assertThat(failure.trouble()).isEqualTo(MailTrouble.UNREACHABLE);
        }
    }

    @Test
    void aServerWithoutEncryptionGetsNothingWhereItIsRequired() throws Exception {
        try (Postman.Trip trip = postman(server.port(), Tls.REQUIRED).setOut()) {
            NotDelivered failure = failure(trip, "ana@example.org");
            assertThat(failure.reason()).isEqualTo(Reason.SERVER_AWAY);
            assertThat(failure.trouble()).isEqualTo(MailTrouble.NOT_ENCRYPTED);
        }
        assertThat(server.mails()).isEmpty();
    }

    private void deliver(String address) throws Exception {
        try (Postman.Trip trip = postman().setOut()) {
            trip.deliver(mailTo("Ana", address));
        }
    }

    private static NotDelivered failure(Postman.Trip trip, String recipient) {
        return catchThrowableOfType(NotDelivered.class, () -> trip.deliver(mailTo("Ana", recipient)));
    }

    private SmtpPostman postman() {
        return postman(server.port(), Tls.OFF);
    }

    private SmtpPostman postman(int port, Tls tls) {
        SmtpSettings settings = new SmtpSettings("127.0.0.1", port, Optional.empty(), Optional.empty(), tls);
        return new SmtpPostman(settings, SHORT, new Properties(), offers::add);
    }

    /** The calendar entry, its encoding and its folding undone. */
    private static String calendarOf(String mail) {
        String encoded = mail.replaceAll("(?s).*Content-Type: text/calendar.*?\r\n\r\n", "")
                .replaceAll("(?s)--.*", "");
        byte[] octets = java.util.Base64.getMimeDecoder().decode(encoded);
        return new String(octets, java.nio.charset.StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static MimeMessage mailTo(String name, String address) throws NotDelivered {
        return Post.envelopes().of(Post.mailTo(name, address));
    }
}
