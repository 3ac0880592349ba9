package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <ana@example.org>: Recipient address rejected: User unknown",
                "550 No such user here\n",
                "553 5.1.3 bad address syntax",
                "551 user not local",
                "550 5.4.1 Recipient address rejected: Access denied",
                "550-5.2.1 The account is disabled\n550 5.2.1 see support"
            })
    void aRecipientNobodyKnowsIsRefusedForGood(String answer) {
        assertThat(SmtpAnswer.isAboutRecipientForGood(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 Relaying denied",
                "554 <ana@example.org>: Relay access denied",
                "530 Authentication required",
                "535 5.7.8 bad credentials",
                "550 5.7.26 unauthenticated sender",
                "552 5.2.2 mailbox full",
                "450 4.2.1 greylisted, try later",
                "421 too many connections",
                "Invalid Addresses",
                ""
            })
    void whatIsAboutUsOrTheMomentIsTriedAgain(String answer) {
        assertThat(SmtpAnswer.isAboutRecipientForGood(answer)).isFalse();
    }
}
