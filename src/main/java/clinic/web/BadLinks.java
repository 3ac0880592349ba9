package clinic.web;

import clinic.platform.SecurityEvents;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Counts private links that open nothing, on pages and in calls alike: somebody may be trying them out. */
@WebFilter(filterName = "BadLinks")
public class BadLinks extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Pattern LINK = Pattern.compile("/visit/[^/]+(/[a-z]+)?"
            + "|/staff/(set-up|invitation|reset)/[^/]+"
            + "|/api/v1/consultations/[^/]+(/(start|cancellation|calendar\\.ics))?");

    @Inject
    private transient SecurityEvents events;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (opensNothing(PrivatePaths.pathOf(request), response.getStatus())) {
            events.add(SecurityEvents.Kind.BAD_LINK, request.getRemoteAddr());
        }
    }

    static boolean opensNothing(String path, int status) {
        return status == HttpServletResponse.SC_NOT_FOUND && LINK.matcher(path).matches();
    }
}
