package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.RequestKey;
import java.util.Map;
import java.util.Optional;

/** The key by which a caller may repeat a request without doing it twice. */
final class RequestKeys {
    static final String HEADER = "Idempotency-Key";

    private RequestKeys() {}

    /** What is wrong with the header; it need not be there. */
    static Optional<Refusal> refusal(String header) {
        return header != null && header.codePointCount(0, header.length()) > RequestKey.LONGEST
                ? Optional.of(new Refusal(Reason.TOO_LONG, HEADER, Map.of("most", RequestKey.LONGEST)))
                : Optional.empty();
    }

    /** @param caller who may use the key again */
    static Optional<RequestKey> of(String operation, String caller, String header, JsonBody body) {
        return Optional.ofNullable(header)
                .filter(key -> !key.isBlank())
                .map(key -> RequestKey.of(operation, caller, key, body.content()));
    }
}
