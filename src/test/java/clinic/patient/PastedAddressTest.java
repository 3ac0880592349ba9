package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                "\u00A0ana@example.org\u00A0",
                "\u200Bana@exam\u200Bple.org\uFEFF",
                "\u202Aana@example.org\u202C",
                "Ana Ruiz <ana@example.org>",
                "\"Ruiz, Ana\" <ana@example.org>;",
                "<ana@example.org>",
                "mailto:ana@example.org",
                "MAILTO:ana@example.org?subject=Hello&body=x@y.z",
                "<mailto:ana@example.org>",
                "Ana <mailto:ana@example.org?subject=x>",
                "mailto:ana%40example.org",
                "ana@example.org,",
                "ana@example.org;",
                "ana@example.org.",
                "(ana@example.org)",
                "'ana@example.org'",
                "“ana@example.org”",
                "[ana@example.org]",
                "Email: ana@example.org",
                "ana @ example.org",
                "ana＠example．org",
                "ana@example.org\r\n",
            })
    void understandsWhatWasPasted(String typed) {
        assertThat(PastedAddress.read(typed)).isEqualTo("ana@example.org");
        assertThat(EmailAddress.formFlaw(typed)).isEmpty();
        assertThat(new EmailAddress(typed).value()).isEqualTo("ana@example.org");
    }

    /** Catches: an address of which a part is dropped, or one of two is chosen, without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org, luz@example.org",
                "Ana <ana@example.org>, Luz <luz@example.org>",
                "Ana Ruiz ana@example.org",
                "ana ruiz@example.org",
                "ana@example.org please",
                "ana@example.org\r\nBcc: luz@example.org",
                "mailto:ana@example.org,luz@example.org",
                "ana",
                "<>",
            })
    void refusesWhatCouldMeanSomethingElse(String typed) {
        assertThat(EmailAddress.formFlaw(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'neil@example.org", "ana+clinic@example.org", "a%b@example.org", "_x-y_@example.org"})
    void leavesEverySignOfAnAddress(String typed) {
        assertThat(PastedAddress.read(typed)).isEqualTo(typed);
        assertThat(PastedAddress.read("mailto:" + typed)).isEqualTo(typed);
    }
}
