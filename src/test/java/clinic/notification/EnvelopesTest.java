package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.notification.NotDelivered.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {
    @Test
    void holdsTheLetterInThreeFormsAndTheEntryAsAFile() throws Exception {
        MimeMessage message = sentAndRead(Post.mailTo("Ana", "ana@example.org"));
        Multipart mixed = (Multipart) message.getContent();
        Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(types(alternative))
                .containsExactly(
                        "text/plain; charset=UTF-8",
                        "text/html; charset=UTF-8",
                        "text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("text/calendar; method=REQUEST");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(mixed.getCount()).isEqualTo(2);
    }

    @Test
    void aPlanIsAFileToOpenAndNothingAMailProgramActsOn() throws Exception {
        MimeMessage message = sentAndRead(Post.plan(Post.six("en")));
        Multipart mixed = (Multipart) message.getContent();
        assertThat(types((Multipart) mixed.getBodyPart(0).getContent()))
                .containsExactly("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("text/calendar; method=PUBLISH");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("appointments.ics");
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(message.getSubject()).isEqualTo("Your 6 appointments, beginning Mon, Mar 2 at 10:00 AM");
    }

    @Test
    void aCancellationSaysSoInTypeAndBody() throws Exception {
        MimeMessage message = sentAndRead(Post.mail(LetterKind.CANCELLED, Post.anaAt(Post.TUESDAY_AT_TEN, 1, "en")));
        assertThat(raw(message)).contains("text/calendar; method=CANCEL").doesNotContain("method=REQUEST");
    }

    @Test
    void isTheSameMessageHoweverOftenItIsWritten() throws Exception {
        MimeMessage first = Post.envelopes().of(Post.mailTo("Ana", "ana@example.org"));
        MimeMessage again = Post.envelopes().of(Post.mailTo("Ana", "ana@example.org"));
        assertThat(again.getMessageID()).isEqualTo(first.getMessageID());
        assertThat(again.getSentDate())
                .isEqualTo(first.getSentDate())
                .isEqualTo(Date.from(Post.OWED.minusNanos(123456000)));
        MimeMessage other = Post.envelopes().of(Post.mail(LetterKind.LINK, Post.anaAt(Post.TUESDAY_AT_TEN, 0, "en")));
        assertThat(other.getMessageID()).isNotEqualTo(first.getMessageID());
    }

    @Test
    void saysThatAMachineWroteItAndInWhatLanguage() throws Exception {
        MimeMessage message = sentAndRead(Post.mail(LetterKind.BOOKED, Post.anaAt(Post.TUESDAY_AT_TEN, 0, "es")));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentLanguage()).containsExactly("es");
        assertThat(message.getFrom()).containsExactly(new InternetAddress("appointments@visits.example.org"));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Sherman Oaks office");
    }

    @Test
    void theMessageIdTellsNothing() throws Exception {
        assertThat(Post.envelopes().of(Post.mailTo("Ana", "ana@example.org")).getMessageID())
                .matches("<[A-Za-z0-9_-]{43}@visits\\.example\\.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org\r\nBcc: eve@example.org",
                "ana@example.org\nSubject: hello",
                "ana@example.org, eve@example.org",
                "Ana <ana@example.org>",
                "ana@example.org\u0000",
                "ana",
                "@example.org",
                "ana@exam ple.org"
            })
    void whatIsNotOneBareAddressIsRefused(String address) {
        assertThatThrownBy(() -> Post.envelopes().of(Post.mailTo("Ana", address)))
                .isInstanceOfSatisfying(NotDelivered.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.RECIPIENT_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\nBcc: eve@example.org", "\nBcc: eve@example.org", "\rBcc: eve@example.org", "\u2028Bcc: x"})
    void aLineBreakInAnyFieldBeginsNoHeader(String attack) throws Exception {
        var notice = Post.visit(Post.TUESDAY_AT_TEN, 0, "Ana" + attack, "ana@example.org", "en" + attack);
        Envelopes envelopes = Post.envelopes(Post.clinic("Office" + attack, "1 Main St" + attack), Optional.empty());
        for (LetterKind kind : LetterKind.values()) {
            MimeMessage message = read(raw(envelopes.of(Post.mail(kind, notice))));
            assertThat(Collections.list(message.getAllHeaderLines()))
                    .noneMatch(line -> line.regionMatches(true, 0, "Bcc", 0, 3))
                    .allSatisfy(
                            line -> assertThat(line.replaceAll("\r\n[ \t]", "")).doesNotContain("\n", "\r"));
            assertThat(message.getAllRecipients()).hasSize(1);
        }
    }

    @Test
    void aSenderOfTheConfigurationKeepsItsName() throws Exception {
        Envelopes envelopes = Post.envelopes(Post.sherman(), Optional.of("Front desk <desk@office.example.org>"));
        MimeMessage message = envelopes.of(Post.mailTo("Ana", "ana@example.org"));
        assertThat(message.getFrom()[0]).hasToString("Front desk <desk@office.example.org>");
        assertThat(message.getMessageID()).endsWith("@office.example.org>");
    }

    private static List<String> types(Multipart parts) throws MessagingException {
        List<String> types = new java.util.ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            types.add(parts.getBodyPart(i).getContentType());
        }
        return types;
    }

    private static MimeMessage sentAndRead(OutboxMail mail) throws Exception {
        return read(raw(Post.envelopes().of(mail)));
    }

    private static String raw(MimeMessage message) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static MimeMessage read(String raw) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
