package clinic.api;

import clinic.platform.RateLimit;
import clinic.security.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/** So many writes a minute from one address, and no more; who works here is not counted. Reading is free. */
@Provider
public class WriteLimit implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    private HttpServletRequest request;

    @Inject
    private RateLimit limit;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext context) {
        if (READING.contains(context.getMethod()) || caller.isSignedIn()) {
            return;
        }
        Locale locale = SpokenLanguage.of(context.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .locale();
        limit.refused(request.getRemoteAddr())
                .ifPresent(pause -> context.abortWith(Problem.of(Fault.TOO_MANY_REQUESTS, locale)
                        .retryAfter(pause)
                        .response()));
    }
}
