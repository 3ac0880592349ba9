package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that is accepted is sent to exactly that mailbox. */
class EmailAddressTest {
    private static final MailReach ASCII_ONLY = new MailReach();
    private static final MailReach UNICODE = MailReach.everywhere();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                "ANA.Ruiz+clinic@Mail.Example.org",
                "o'neil_{x}=~#$&*?^`@a-b.example",
                "ana@r3---x.example",
                "a@b.co"
            })
    void plainAddressesStayAsTheyAreTyped(String address) {
        assertThat(EmailAddress.flaw(address, ASCII_ONLY)).isEmpty();
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
        assertThat(new EmailAddress(address).wire()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "ana@škoda.example, ana@xn--koda-f6a.example, ana@škoda.example",
        "ana@ŠKODA.Example, ana@xn--koda-f6a.example, ana@škoda.example",
        "ana@españa.test, ana@xn--espaa-rta.test, ana@españa.test",
        "ana@faß.example, ana@xn--fa-hia.example, ana@faß.example",
        "ana@пример.рф, ana@xn--e1afmkfd.xn--p1ai, ana@пример.рф",
        "ana@例子.测试, ana@xn--fsqu00a.xn--0zwm56d, ana@例子.测试",
        "ana@例子。测试, ana@xn--fsqu00a.xn--0zwm56d, ana@例子.测试",
        "ana@XN--koda-f6a.example, ana@xn--koda-f6a.example, ana@škoda.example",
        "ana@ｅｘａｍｐｌｅ.org, ana@example.org, ana@example.org",
        "ana@اختبار.example, ana@xn--mgbachtv.example, ana@اختبار.example"
    })
    void aDomainIsSentAsItsALabelAndShownAsPeopleWriteIt(String typed, String wire, String shown) {
        assertThat(EmailAddress.flaw(typed, ASCII_ONLY)).isEmpty();
        assertThat(new EmailAddress(typed).wire()).isEqualTo(wire);
        assertThat(new EmailAddress(typed).value()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"miloš@example.org", "josé@example.org", "用户@例子.测试", "анна@example.org", "аna@example.org"})
    void lettersBeyondAsciiBeforeTheAtSignNeedAServerThatTakesThem(String address) {
        assertThat(EmailAddress.flaw(address, ASCII_ONLY)).contains(Flaw.MAILBOX_OUT_OF_REACH);
        assertThat(EmailAddress.flaw(address, UNICODE)).isEmpty();
        assertThat(new EmailAddress(address).wire()).startsWith(address.substring(0, address.indexOf('@') + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@.example.org",
                "ana@example",
                "ana@localhost",
                "ana@127.0.0.1",
                "ana@[127.0.0.1]",
                "ana@[IPv6:::1]",
                "\"a b\"@example.org",
                "\"ana\"@example.org",
                "ana%other.example@example.org",
                "other.example!ana@example.org",
                "@other.example:ana@example.org",
                "ana@other.example@example.org",
                "-ana@example.org",
                "|sh@example.org",
                "/etc/passwd@example.org",
                "ana..ruiz@example.org",
                ".ana@example.org",
                "ana.@example.org",
                "ana@exa mple.org",
                "ana@-example.org",
                "ana@exam_ple.org",
                "ana@xn--a.example",
                "ana@škoda_x.example",
                "🙂@example.org",
                "ana,eve@example.org",
                "ana;eve@example.org",
                "ana"
            })
    void whatCannotBeDeliveredAsItIsWrittenIsRefused(String address) {
        assertThat(EmailAddress.flaw(address, UNICODE)).contains(Flaw.NOT_AN_EMAIL);
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org\r\nRCPT TO:<eve@example.org>",
                "ana@example.org <eve@example.org>",
                "ana@example.org\nBcc: eve@example.org",
                "ana@exam\u0000ple.org"
            })
    void twoAddressesAndControlCharactersAreRefused(String address) {
        assertThat(EmailAddress.flaw(address, UNICODE)).isPresent();
    }

    @Test
    void lengthsCountAsTheyAreSent() {
        String local = "a".repeat(64);
        assertThat(EmailAddress.flaw(local + "@example.org", ASCII_ONLY)).isEmpty();
        assertThat(EmailAddress.flaw("a" + local + "@example.org", ASCII_ONLY)).contains(Flaw.NOT_AN_EMAIL);
        assertThat(EmailAddress.flaw("š".repeat(33) + "@example.org", UNICODE)).contains(Flaw.NOT_AN_EMAIL);
        assertThat(EmailAddress.flaw("ana@" + "š".repeat(60) + ".example", UNICODE))
                .contains(Flaw.NOT_AN_EMAIL);
        assertThat(EmailAddress.flaw("ana@" + "label.".repeat(42) + "org", UNICODE))
                .contains(Flaw.TOO_LONG);
    }

    @Test
    void twoSpellingsOfAMailboxAreOneAndTwoMailboxesAreTwo() {
        assertThat(mailbox("Ana@ŠKODA.example")).isEqualTo(mailbox("ana@xn--koda-f6a.example"));
        assertThat(mailbox("jose\u0301@example.org")).isEqualTo(mailbox("josé@example.org"));
        assertThat(mailbox("ana@skoda.example")).isNotEqualTo(mailbox("ana@škoda.example"));
        assertThat(mailbox("jose@example.org")).isNotEqualTo(mailbox("josé@example.org"));
    }

    private static String mailbox(String address) {
        return new EmailAddress(address).mailbox();
    }

    /** Whatever is accepted for a server without SMTPUTF8 is ASCII on the wire, and reads back as the same mailbox. */
    @Property(tries = 2000)
    void neverSendsToAnotherMailbox(@ForAll String local, @ForAll String domain) {
        String typed = local + "@" + domain + ".example";
        Optional<Flaw> flaw = EmailAddress.flaw(typed, ASCII_ONLY);
        if (flaw.isEmpty()) {
            String understood = PastedAddress.read(typed);
            EmailAddress address = new EmailAddress(typed);
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(address.wire()))
                    .isTrue();
            assertThat(new EmailAddress(address.wire()).mailbox()).isEqualTo(address.mailbox());
            assertThat(address.wire().toLowerCase(Locale.ROOT))
                    .startsWith(understood
                            .substring(0, understood.lastIndexOf('@') + 1)
                            .toLowerCase(Locale.ROOT));
        }
    }
}
