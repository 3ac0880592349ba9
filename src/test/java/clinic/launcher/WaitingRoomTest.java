package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.testing.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingRoomTest {
    private final int port = Ports.next();

    @ParameterizedTest
    @CsvSource({
        "GET, /book, text/html, text/html; charset=utf-8",
        "POST, /call, text/html, text/html; charset=utf-8",
        "GET, /api/v1/clinic, text/html, application/problem+json",
        "GET, /health/ready, */*, application/problem+json",
        "DELETE, /api/v1/closures/1, application/json, application/problem+json",
        "HEAD, /, text/html, text/html; charset=utf-8"
    })
    void asksEverybodyToComeAgain(String method, String path, String accept, String type) throws Exception {
        try (WaitingRoom room = WaitingRoom.open(port)) {
            HttpResponse<String> answer = ask(method, path, accept);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.body()).doesNotContainIgnoringCase("payara");
            assertThat(room).isNotNull();
        }
    }

    @Test
    void keepsThePortUntilItIsClosed() throws Exception {
        try (WaitingRoom room = WaitingRoom.open(port)) {
            assertThat(room).isNotNull();
            assertThatThrownBy(() -> WaitingRoom.open(port))
                    .hasMessageContaining("CLINIC_PORT " + port + " cannot be used");
        }
        WaitingRoom.open(port).close();
    }

    private HttpResponse<String> ask(String method, String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
