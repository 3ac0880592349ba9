package clinic.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

class ContractTest {
    private record Answer(String path, int statusCode, String type, String body) implements HttpResponse<String> {
        @Override
        public URI uri() {
            return URI.create("http://localhost:8080" + path);
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        }

        @Override
        public HttpRequest request() {
            return HttpRequest.newBuilder(uri()).build();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private static final String JSON = "application/json";
    private static final String ACCOUNT = "/api/v1/account";

    private static void check(String path, int status, String type, String body) {
        Contract.check("GET", new Answer(path, status, type, body));
    }

    @Test
    void passesWhatIsDeclared() {
        assertThatCode(() ->
                        check(ACCOUNT, 200, JSON, "{\"name\":\"nell\",\"fullName\":\"Nell Ng\",\"role\":\"NURSE\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void failsAFieldNobodyDeclared() {
        assertThatThrownBy(() -> check(
                        ACCOUNT,
                        200,
                        JSON,
                        "{\"name\":\"nell\",\"fullName\":\"Nell Ng\",\"role\":\"NURSE\",\"salary\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("salary");
    }

    @Test
    void failsAFieldThatIsMissing() {
        assertThatThrownBy(() -> check(ACCOUNT, 200, JSON, "{\"name\":\"nell\",\"role\":\"NURSE\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("fullName");
    }

    @Test
    void failsAStatusNobodyDeclared() {
        assertThatThrownBy(() -> check(ACCOUNT, 418, JSON, "{}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void failsAMediaTypeNobodyDeclared() {
        assertThatThrownBy(() -> check(ACCOUNT, 200, "text/html", "<p>nell</p>"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void failsAnAnswerWhereNothingIsDeclaredUnlessItSaysSo() {
        assertThatThrownBy(() -> check("/api/v1/nowhere", 200, JSON, "{}")).isInstanceOf(AssertionError.class);
        assertThatCode(() -> check("/api/v1/nowhere", 404, "application/problem+json", "{}"))
                .doesNotThrowAnyException();
    }
}
