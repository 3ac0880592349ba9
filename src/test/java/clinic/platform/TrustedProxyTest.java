package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxyTest {
    private static final String TRUSTED = "10.0.0.5, 192.168.0.0/16,fd00::/8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // peer | X-Forwarded-For | whom the request is from
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "10.0.0.5 | 198.51.100.1 | 198.51.100.1",
                "10.0.0.6 | 198.51.100.1 | 10.0.0.6",
                "192.168.7.7 | 198.51.100.1 | 198.51.100.1",
                "fd00::1 | 2001:db8::1 | 2001:db8::1",
                "10.0.0.5 | 6.6.6.6, 198.51.100.1 | 198.51.100.1",
                "10.0.0.5 | 198.51.100.1, 192.168.0.9 | 198.51.100.1",
                "10.0.0.5 | 6.6.6.6, 198.51.100.1, 192.168.0.9 | 198.51.100.1",
                "10.0.0.5 | 192.168.0.9 | 192.168.0.9",
                "10.0.0.5 | unknown | 10.0.0.5",
                "10.0.0.5 | 198.51.100.1, <script> | 10.0.0.5",
                "10.0.0.5 | '' | 10.0.0.5"
            })
    void believesForwardedAddressesFromItsProxiesOnly(String peer, String forwarded, String client) throws Exception {
        assertThat(seen(TRUSTED, peer, Map.of("X-Forwarded-For", forwarded)).getRemoteAddr())
                .isEqualTo(client);
    }

    @Test
    void keepsThePeerWhenNothingWasForwarded() throws Exception {
        assertThat(seen(TRUSTED, "10.0.0.5", Map.of()).getRemoteAddr()).isEqualTo("10.0.0.5");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.5, https, true", "10.0.0.5, http, false", "10.0.0.5, gopher, false", "203.0.113.9, https, false"
    })
    void believesTheSchemeFromItsProxiesOnly(String peer, String scheme, boolean secure) throws Exception {
        HttpServletRequest seen = seen(TRUSTED, peer, Map.of("X-Forwarded-Proto", scheme, "Host", "clinic.example"));
        assertThat(seen.isSecure()).isEqualTo(secure);
        assertThat(seen.getScheme()).isEqualTo(secure ? "https" : "http");
    }

    @Test
    void writesAddressesAsTheClientCalledThem() throws Exception {
        Map<String, String> headers = Map.of("X-Forwarded-Proto", "https", "Host", "clinic.example");
        assertThat(seen(TRUSTED, "10.0.0.5", headers).getRequestURL()).hasToString("https://clinic.example/visit");
    }

    @Test
    void trustsNobodyWhenToldOfNobody() throws Exception {
        TrustedProxy filter = new TrustedProxy();
        filter.trust(Optional.empty());
        assertThat(seen(filter, "127.0.0.1", Map.of("X-Forwarded-For", "198.51.100.1"))
                        .getRemoteAddr())
                .isEqualTo("127.0.0.1");
    }

    private static HttpServletRequest seen(String trusted, String peer, Map<String, String> headers) throws Exception {
        return seen(new TrustedProxy(trusted), peer, headers);
    }

    private static HttpServletRequest seen(TrustedProxy filter, String peer, Map<String, String> headers)
            throws IOException, ServletException {
        AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
        filter.doFilter(
                request(peer, headers),
                stub(HttpServletResponse.class, Map.of()),
                (request, response) -> seen.set((HttpServletRequest) request));
        return seen.get();
    }

    private static HttpServletRequest request(String peer, Map<String, String> headers) {
        Object proxy = Proxy.newProxyInstance(
                TrustedProxyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(Optional.ofNullable(headers.get((String) arguments[0]))
                                .map(List::of)
                                .orElse(List.of()));
                    case "getScheme" -> "http";
                    case "isSecure" -> false;
                    case "getServerName" -> "clinic.example";
                    case "getServerPort" -> 80;
                    case "setAttribute" -> null;
                    case "getRequestURI" -> "/visit";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (HttpServletRequest) proxy;
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
