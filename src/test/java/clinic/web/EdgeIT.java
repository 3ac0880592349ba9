package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.testing.RawHttp;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused by its raw bytes, before any page, and what slow clients can hold up. */
@ExtendWith(SharedClinic.class)
class EdgeIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String CALL =
            "call=call&name=X&phone=818-555-0199&note=&website=&jakarta.faces.ViewState=stateless&send=x";

    private final RunningClinic clinic;

    EdgeIT(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2fcall",
                "/assets/%2e%2e/call",
                "/assets/../call",
                "/assets/..%252fcall",
                "/assets/..%5ccall",
                "/call;jsessionid=1",
                "/staff;/house",
                "/call%00",
                "//call",
                "http://localhost/assets/..%2fcall"
            })
    void refusesAPathThatCouldMeanAnother(String path) {
        for (String method : List.of("GET", "HEAD", "POST")) {
            String answer = RawHttp.ask(
                    clinic,
                    RawHttp.request(
                            method,
                            path + (method.equals("POST") ? "" : "?" + CALL),
                            method.equals("POST") ? CALL : "",
                            FORM));
            assertThat(RawHttp.status(answer)).as(method + " " + answer).isEqualTo(400);
        }
        String page = RawHttp.ask(clinic, RawHttp.request("GET", path, "", "Accept: text/html"));
        assertThat(page).contains("characters that are not allowed", "La dirección contiene");
        assertThat(RawHttp.ask(clinic, RawHttp.request("GET", path, "")))
                .contains("application/problem+json", "\"code\":\"MALFORMED_REQUEST\"");
    }

    @Test
    void keepsAShortPathAndRefusesAnEndlessOne() {
        assertThat(RawHttp.get(clinic, "/privacy")).isEqualTo(200);
        assertThat(RawHttp.get(clinic, "/" + "a".repeat(1100))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a b",
                "Host: localhost\r\nHost: elsewhere.example",
                "Host: localhost/../x",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"
            })
    void refusesHeadersThatCouldMeanTwoThings(String headers) {
        String[] lines = headers.split("\r\n");
        assertThat(RawHttp.status(RawHttp.ask(clinic, RawHttp.request("POST", "/call", "", lines) + "0\r\n\r\n")))
                .isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeItIsSent() {
        for (String[] each : new String[][] {
            {"/call", FORM, "262145"},
            {"/staff/sign-in", FORM, "99999999"},
            {"/api/v1/consultations", "Content-Type: application/json", "1048577"}
        }) {
            String answer = RawHttp.ask(
                    clinic,
                    "POST " + each[0] + " HTTP/1.1\r\nHost: localhost\r\n" + each[1] + "\r\nContent-Length: " + each[2]
                            + "\r\n\r\n");
            assertThat(RawHttp.status(answer)).as(answer).isEqualTo(413);
            assertThat(answer).contains("\"code\":\"TOO_LARGE\"");
        }
    }

    @Test
    void countsABodyThatAnnouncesNoLength() {
        try (RawHttp http = RawHttp.connect(clinic)) {
            http.write("POST /call HTTP/1.1\r\nHost: localhost\r\n" + FORM + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            IntStream.range(0, 5).forEach(any -> http.write(chunk));
            assertThat(RawHttp.status(http.readAll())).isEqualTo(413);
        }
    }

    @Test
    void letsACarefulClientSendItsBody() {
        try (RawHttp http = RawHttp.connect(clinic)) {
            String body = "{\"start\":\"nonsense\"}";
            http.write("POST /api/v1/consultations/holds HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: " + body.length()
                    + "\r\n\r\n");
            await().atMost(Duration.ofSeconds(5)).until(() -> http.available() > 0);
            http.write(body);
            assertThat(http.readAll()).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 422 ");
        }
    }

    /** Seventy connections are more than the server has workers. */
    @Test
    void answersOthersWhileManySendSlowly() {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int each = 0; each < 35; each++) {
                RawHttp body = RawHttp.connect(clinic);
                body.write("POST /call HTTP/1.1\r\nHost: localhost\r\n" + FORM + "\r\nContent-Length: 5000\r\n\r\nc");
                slow.add(body);
                RawHttp headers = RawHttp.connect(clinic);
                headers.write("GET /call HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
                slow.add(headers);
            }
            for (int each = 0; each < 35; each++) {
                RawHttp json = RawHttp.connect(clinic);
                json.write("POST /api/v1/consultations HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
                slow.add(json);
            }
            for (int round = 0; round < 3; round++) {
                slow.forEach(each -> each.write("a"));
                long begun = System.nanoTime();
                assertThat(RawHttp.get(clinic, "/privacy")).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            }
            await("every slow request is given up")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> slow.stream().allMatch(RawHttp::isClosed));
        } finally {
            slow.forEach(RawHttp::close);
        }
    }

    /** Names that others gave the server are not believed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost\r\nX-Forwarded-Host: evil.example",
                "Host: localhost\r\nForwarded: host=evil.example"
            })
    void sendsNobodyToAHostThatTheClientNamed(String headers) {
        String[] lines = headers.split("\r\n");
        for (String path : List.of(
                "/staff",
                "/staff/",
                "/assets",
                "/assets/vendor",
                "/visit",
                "/book?lang=es",
                "/staff/sign-out",
                "/details",
                "/api/v1",
                "/openapi",
                "/api",
                "/mailbox")) {
            String answer = RawHttp.ask(clinic, RawHttp.request("GET", path, "", lines));
            assertThat(answer).as(path).doesNotContain("evil.example");
            assertThat(RawHttp.status(answer)).as(path).isNotZero().isLessThan(500);
        }
    }
}
