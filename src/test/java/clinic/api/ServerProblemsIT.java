package clinic.api;

import static clinic.testing.ClinicApi.booking;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server itself refuses comes in the same shape as what the clinic refuses. */
@ExtendWith(SharedClinic.class)
class ServerProblemsIT {
    private static final String GOOD =
            booking(LocalDateTime.of(2027, 1, 20, 9, 0)).toString();
    private final RunningClinic clinic;
    private final ClinicApi api;

    ServerProblemsIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.api = ClinicApi.of(clinic);
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().keySet()).startsWith("type", "title", "status", "detail", "code");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api, 404, UNKNOWN",
        "GET, /api/v1, 404, UNKNOWN",
        "GET, /api/v2/clinic, 404, UNKNOWN",
        "GET, /api/v1/nothing, 404, UNKNOWN",
        "GET, /api/v1/clinic/x, 404, UNKNOWN",
        "GET, /api/v1/consultations/a/b, 404, UNKNOWN",
        "GET, /api/v1/consultations, 405, METHOD_NOT_ALLOWED",
        "DELETE, /api/v1/clinic, 405, METHOD_NOT_ALLOWED",
        "PATCH, /api/v1/consultations/x/start, 405, METHOD_NOT_ALLOWED",
        "BREW, /api/v1/clinic, 405, METHOD_NOT_ALLOWED",
        "GET, /api/v1/consultations/holds, 405, METHOD_NOT_ALLOWED",
        "BREW, /api, 405, METHOD_NOT_ALLOWED",
        "BREW, /api/v2/clinic, 405, METHOD_NOT_ALLOWED",
        "BREW, /api/v1/nothing, 404, UNKNOWN",
        "BREW, /book, 405, METHOD_NOT_ALLOWED",
        "PROPFIND, /, 405, METHOD_NOT_ALLOWED",
        "PATCH, /assets/clinic.css, 405, METHOD_NOT_ALLOWED",
        "PUT, /book, 405, METHOD_NOT_ALLOWED",
        "DELETE, /visit/x, 405, METHOD_NOT_ALLOWED",
        "GET, /WEB-INF/web.xml, 404, UNKNOWN"
    })
    void answersUnknownPathsAndMethods(String method, String path, int status, String code) {
        Answer answer = api.send(method, path, "");
        problem(answer, status, code);
        assertThat(answer.header("Allow").isEmpty()).isEqualTo(status != 405);
    }

    @ParameterizedTest
    @CsvSource({"BREW, /", "BREW, /book", "PUT, /call", "BREW, /visit/x", "DELETE, /mailbox", "BREW, /assets/clinic.css"
    })
    void tellsAPersonOnAPageThatAMethodIsUnknown(String method, String path) {
        Answer answer = api.send(method, path, "", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.contentType()).isEqualTo("text/html");
        assertThat(answer.header("Allow")).contains("GET", "POST").doesNotContain("PUT", "DELETE");
        assertThat(answer.body()).contains("That cannot be done here");
    }

    /** Catches: "?form=2027-01-04" shows what "?from=2027-01-04" was meant to leave out. */
    @ParameterizedTest
    @CsvSource({
        "consultations/slots?form=2027-01-04, form UNKNOWN_FIELD",
        "consultations/slots?from=2027-01-04&FROM=2027-01-05, FROM UNKNOWN_FIELD",
        "consultations/slots?from=2027-01-04&from=2027-01-05, from ONLY_ONE_ALLOWED",
        "appointments?from=2027-01-04&to=2027-01-05&state=BOOKED, state UNKNOWN_FIELD",
        "series?status=RUNNING, status UNKNOWN_FIELD",
        "messages?status=SENT, status UNKNOWN_FIELD",
        "nursing?date=2027-01-04, date UNKNOWN_FIELD"
    })
    void refusesParametersNobodyKnows(String address, String violation) {
        Answer answer = api.get("/api/v1/" + address, Staff.bearer(clinic, Role.ADMIN));
        problem(answer, 400, "INVALID_PARAMETER");
        assertThat(answer.violations()).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({"HEAD, consultations/slots", "OPTIONS, consultations/slots", "OPTIONS, clinic", "HEAD, clinic"})
    void answersWhoAsksOnlyAboutAnAddress(String method, String address) {
        Answer answer = api.send(method, "/api/v1/" + address, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow").contains("GET")).isEqualTo(method.equals("OPTIONS"));
    }

    @Test
    void namesTheParametersItKnows() {
        assertThat(api.get("/api/v1/consultations/slots?form=2027-01-04").body())
                .contains("Those known are: from, days, hold.");
    }

    @ParameterizedTest
    @CsvSource({"days=x, days WRONG_TYPE", "from=tomorrow, from INVALID_DATE", "days=99999999999, days WRONG_TYPE"})
    void refusesParametersItCannotRead(String query, String violation) {
        Answer answer = api.get("/api/v1/consultations/slots?" + query);
        problem(answer, 400, "INVALID_PARAMETER");
        assertThat(answer.violations()).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "43", "999999999"})
    void refusesStretchesOutOfRange(int days) {
        Answer answer = api.get("/api/v1/consultations/slots?days=" + days);
        problem(answer, 422, "INVALID_FIELDS");
        assertThat(answer.violations()).containsExactly("days OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415, UNSUPPORTED_MEDIA_TYPE",
        "application/xml, 415, UNSUPPORTED_MEDIA_TYPE",
        "nonsense, 400, MALFORMED_REQUEST"
    })
    void wantsJsonIn(String type, int status, String code) {
        problem(api.book(GOOD, "Content-Type", type), status, code);
    }

    @Test
    void givesJsonOut() {
        problem(api.get("/api/v1/clinic", "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        assertThat(api.get("/api/v1/clinic", "Accept", "text/html;q=0.5, */*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyOverOneMebibyteWhoseLengthIsAnnounced() {
        problem(api.book(" ".repeat(1024 * 1024) + "x"), 413, "TOO_LARGE");
        problem(api.book(" ".repeat(5 * 1024 * 1024)), 413, "TOO_LARGE");
    }

    @Test
    void refusesABodyOverOneMebibyteWhoseLengthIsNot() {
        HttpRequest.Builder chunked = api.request("/api/v1/consultations", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[2 * 1024 * 1024])));
        problem(api.send(chunked), 413, "TOO_LARGE");
    }

    @Test
    void readsABodyOfExactlyOneMebibyte() {
        String body = "{}" + " ".repeat(1024 * 1024 - 2);
        problem(api.book(body), 422, "INVALID_FIELDS");
    }

    @Test
    void wantsABodyWhereOneIsNeeded() {
        problem(api.book(""), 400, "MALFORMED_JSON");
    }

    @Test
    void speaksSpanishToWhoAsksForIt() {
        Answer answer = api.get("/api/v1/nothing", "Accept-Language", "es-MX");
        assertThat(answer.text("title")).isEqualTo("No se encuentra");
        Answer refusal = api.book(GOOD.replace("2027-01-20", "2027-01-18"), "Accept-Language", "es");
        assertThat(refusal.text("detail")).startsWith("Cerramos el");
    }

    @Test
    void answersHeadAndOptions() {
        Answer head = api.send("HEAD", "/api/v1/clinic", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        Answer options = api.send("OPTIONS", "/api/v1/consultations", "");
        assertThat(options.status()).isBetween(200, 204);
        assertThat(options.header("Allow")).contains("POST").doesNotContain("GET");
    }

    @Test
    void forbidsPagesToRunWhatIsNotOurs() {
        Answer answer = api.get("/api/v1/clinic");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Permissions-Policy")).isNotBlank();
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void refusesAKeyUsedForAnotherRequest() {
        String first = booking(LocalDateTime.of(2027, 1, 20, 10, 0)).toString();
        String other = booking(LocalDateTime.of(2027, 1, 20, 11, 0)).toString();
        assertThat(api.book(first, "Idempotency-Key", "mismatch").status()).isEqualTo(201);
        problem(api.book(other, "Idempotency-Key", "mismatch"), 422, "IDEMPOTENCY_MISMATCH");
        assertThat(api.book(other.replace("ana@", "eve@"), "Idempotency-Key", "mismatch")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isAliveAndReadyAndMeasured() {
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        assertThat(api.get("/health/ready").body()).contains("\"database\"", "UP");
        assertThat(api.get("/metrics").status()).isEqualTo(200);
    }
}
