package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> ABOUT = List.of(
            "noor", "Noor Haddad", "noor@example.org", "Sherman Oaks office", "13425 Ventura Blvd", "Sherman Oaks, CA");

    @ParameterizedTest
    @ValueSource(strings = {"lamp kiosk fern 7", "orbit candle moss", "Vq7#kz!w2P", "xK9-fern-Lo"})
    void takesWhatIsHardToGuess(String password) {
        assertThat(PasswordRules.flaw(password, ABOUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "qwerty123456, PASSWORD_COMMON",
        "password1234, PASSWORD_COMMON",
        "Noor-Haddad!, PASSWORD_ABOUT_YOU",
        "noorhaddad1, PASSWORD_ABOUT_YOU",
        "ketamine2026, PASSWORD_ABOUT_YOU",
        "ShermanOaks1, PASSWORD_ABOUT_YOU",
        "noor@example.org, PASSWORD_ABOUT_YOU",
        "xqxqxqxqxqxq, PASSWORD_REPEATS",
        "abcdefghijk, PASSWORD_SEQUENCE",
        "lkjhgfdspoiu, PASSWORD_KEYBOARD",
        "unbelievable, PASSWORD_WORD",
        "24.12.1985, PASSWORD_DATE"
    })
    void refusesWhatIsEasyToGuessAndSaysWhy(String password, AccountFlaw why) {
        assertThat(PasswordRules.flaw(password, ABOUT)).contains(why);
    }

    @Test
    void hasBoundsOfLength() {
        assertThat(PasswordRules.flaw("Vq7#kz!", ABOUT)).contains(AccountFlaw.PASSWORD_SHORT);
        assertThat(PasswordRules.flaw("lamp kiosk fern ".repeat(4), ABOUT)).isEmpty();
        assertThat(PasswordRules.flaw("lamp kiosk fern ".repeat(13), ABOUT)).contains(AccountFlaw.PASSWORD_LONG);
    }
}
