package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final long STEP = 1_111_111_109 / 30;

    /** RFC 6238, appendix B, the last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsWhatTheStandardShows(long second, String code) {
        assertThat(Codes.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void takesTheCodeOfNowAndOfAStepBeforeAndAfter() {
        for (long step = STEP - 1; step <= STEP + 1; step++) {
            assertThat(Codes.step(SECRET, at(step), NOW, 0)).hasValue(step);
        }
        assertThat(Codes.step(SECRET, at(STEP - 2), NOW, 0)).isEmpty();
        assertThat(Codes.step(SECRET, at(STEP + 2), NOW, 0)).isEmpty();
    }

    private static String at(long step) {
        return Codes.at(SECRET, Instant.ofEpochSecond(step * 30));
    }

    @Test
    void takesNoCodeTwice() {
        assertThat(Codes.step(SECRET, "081804", NOW, STEP)).isEmpty();
        assertThat(Codes.step(SECRET, at(STEP - 1), NOW, STEP)).isEmpty();
        assertThat(Codes.step(SECRET, at(STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @Test
    void mindsNoSpaces() {
        assertThat(Codes.step(SECRET, " 081 804 ", NOW, 0)).isPresent();
        assertThat(Codes.step(SECRET, "", NOW, 0)).isEmpty();
    }

    /** RFC 4648, 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesASecretForTyping(String bytes, String text) {
        assertThat(Base32.of(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void knowsARecoveryCodeHoweverItIsTyped() {
        String code = RecoveryCode.random();
        assertThat(code).matches("[A-Z2-7]{6}-[A-Z2-7]{6}");
        assertThat(RecoveryCode.fingerprint(
                        7, " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCode.fingerprint(7, code))
                .isNotEqualTo(RecoveryCode.fingerprint(8, code));
    }
}
