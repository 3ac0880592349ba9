package clinic.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Believes a forwarded address and scheme, but only from the proxies it was told of: anybody else could write anything
 * there. First of all filters.
 */
public class TrustedProxy extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String AS_SENT = TrustedProxy.class.getName();

    private transient List<NetworkAddress> trusted = List.of();

    public TrustedProxy() {}

    TrustedProxy(String proxies) {
        trust(Optional.of(proxies));
    }

    @Inject
    void trust(@ConfigProperty(name = "clinic.trusted.proxy") Optional<String> proxies) {
        trusted = proxies.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .map(NetworkAddress::findRange)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent =
                isTrusted(request.getRemoteAddr()) ? new ForwardedRequest(request, client(request)) : request;
        request.setAttribute(AS_SENT, sent);
        chain.doFilter(sent, response);
    }

    /** The request as the client sent it. A request that is injected is the server's own, as it was before any filter. */
    public static HttpServletRequest asSent(HttpServletRequest injected) {
        return injected.getAttribute(AS_SENT) instanceof HttpServletRequest sent ? sent : injected;
    }

    private boolean isTrusted(String address) {
        return NetworkAddress.find(address).stream()
                .anyMatch(peer -> trusted.stream().anyMatch(range -> range.contains(peer)));
    }

    /** From right to left, each hop was written by the one after it; the first we do not know is the client. */
    private String client(HttpServletRequest request) {
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        String client = request.getRemoteAddr();
        for (int hop = hops.size() - 1; hop >= 0 && isTrusted(client); hop--) {
            if (NetworkAddress.find(hops.get(hop)).isEmpty()) {
                break;
            }
            client = hops.get(hop);
        }
        return client;
    }
}
