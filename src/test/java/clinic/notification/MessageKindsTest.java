package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ContractText;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the contract says of emails: a new kind fails here until it stands there. */
class MessageKindsTest {
    @Test
    void standInTheContract() {
        assertThat(ContractText.schema("Message").at("/properties/kind/enum"))
                .extracting(kind -> kind.asText())
                .containsExactlyInAnyOrder(
                        Arrays.stream(LetterKind.values()).map(Enum::name).toArray(String[]::new));
    }
}
