package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server said, as it is explained to staff. */
class DeliveryProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECIPIENT_REFUSED: 550 5.1.1 <ana@example.org>: User unknown | MAILBOX_UNKNOWN",
                "RECIPIENT_REFUSED: 550 No such user here | MAILBOX_UNKNOWN",
                "RECIPIENT_REFUSED: 550 5.1.2 no such domain | MAILBOX_UNKNOWN",
                "NOT_NOW: 452 4.2.2 The email account is over quota | MAILBOX_FULL",
                "NOT_NOW: 552 5.2.2 mailbox full | MAILBOX_FULL",
                "NOT_NOW: 450 4.2.0 Greylisted, see http://postgrey.example | GREYLISTED",
                "NOT_NOW: 450 4.1.8 try again later | LATER",
                "NOT_NOW: 452 4.3.1 insufficient system storage | LATER",
                "NOT_NOW: 550 5.7.1 Relaying denied | SENDER_REFUSED",
                "NOT_NOW: 554 Relay access denied | SENDER_REFUSED",
                "RECIPIENT_REFUSED: 552 5.3.4 Message size exceeds fixed limit | TOO_LARGE",
                "RECIPIENT_REFUSED: 554 5.6.0 not taken | RECIPIENT_REFUSED",
                "RECIPIENT_REFUSED: the mail server does not offer SMTPUTF8 | MAILBOX_OUT_OF_REACH",
                "RECIPIENT_REFUSED: not one bare address | NOT_AN_ADDRESS",
                "NOT_NOW: no answer to DATA | NO_ANSWER",
                "OUTCOME_UNKNOWN: no answer after the message was sent | OUTCOME_UNKNOWN",
                "SERVER_AWAY: Connection refused | SERVER_AWAY",
                "EXPIRED: it had not left when it became useless | EXPIRED",
                "RECIPIENT_REFUSED: Invalid Addresses | RECIPIENT_REFUSED",
                "something else | OTHER"
            })
    void isNamedAfterWhatWasSaid(String account, DeliveryProblem problem) {
        assertThat(DeliveryProblem.of(account)).isEqualTo(problem);
    }
}
