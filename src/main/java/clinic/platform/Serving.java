package clinic.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * First of all filters. Bounds how long a request waits for the database, counts the requests that are being served, and
 * turns away those that come when the application is about to be taken down; the launcher waits for the others to end.
 */
public class Serving extends HttpFilter {
    private static final long serialVersionUID = 1;

    /** Set by the launcher, whose classes are not ours. */
    private static final String CLOSING = "clinic.closing";

    /** Where the launcher finds the count. */
    private static final String REQUESTS = "clinic.requests";

    private static final AtomicInteger SERVED_NOW = new AtomicInteger();

    @Override
    public void init() {
        System.getProperties().put(REQUESTS, SERVED_NOW);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Waiting.enter(request);
        SERVED_NOW.incrementAndGet();
        try {
            if (Boolean.getBoolean(CLOSING) && request.getDispatcherType() == DispatcherType.REQUEST) {
                response.setHeader("Connection", "close");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            SERVED_NOW.decrementAndGet();
            Waiting.leave();
        }
    }
}
