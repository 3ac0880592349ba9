package clinic.api;

import java.util.Arrays;

/** What can be wrong with a request before any rule of the clinic is asked, or with us. The names are stable codes. */
enum Fault {
    MALFORMED_REQUEST(400),
    MALFORMED_JSON(400),
    INVALID_PARAMETER(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_FIELDS(422),
    NO_LEGAL_PLAN(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503),
    OUTCOME_UNKNOWN(503);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The fault behind a status the server itself came to. */
    static Fault of(int status) {
        return Arrays.stream(values())
                .filter(fault -> fault.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}
