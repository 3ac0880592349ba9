package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Reason;
import clinic.testing.ContractText;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract names every code under the status it comes with: a new one fails here until it stands there. */
class RefusalCodesTest {
    private static final Map<Integer, String> RESPONSES = Map.ofEntries(
            Map.entry(400, "Malformed"),
            Map.entry(401, "NotSignedIn"),
            Map.entry(403, "NotAllowed"),
            Map.entry(404, "Unknown"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "WorldChanged"),
            Map.entry(412, "Stale"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedType"),
            Map.entry(422, "NeverAllowed"),
            Map.entry(429, "TooMany"),
            Map.entry(500, "Unexpected"),
            Map.entry(503, "Away"));

    private static void stands(String code, int status) {
        assertThat(ContractText.response(RESPONSES.get(status))
                        .path("description")
                        .asText()
                        .split("[^A-Z_]+"))
                .as("description of %s in openapi.yaml", RESPONSES.get(status))
                .contains(code);
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryReason(Reason reason) {
        stands(reason.name(), Refusals.status(reason));
    }

    /** A method that is not there is no answer of an operation that is. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "METHOD_NOT_ALLOWED")
    void namesEveryFault(Fault fault) {
        stands(fault.name(), fault.status());
    }
}
