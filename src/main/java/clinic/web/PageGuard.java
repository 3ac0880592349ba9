package clinic.web;

import clinic.platform.DatabaseTrouble;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every page. Pages keep no session, so a forged post is told by where it comes from: browsers say so in
 * {@code Sec-Fetch-Site}, older ones in {@code Origin}. Nothing is changed by reading: a GET that poses as a form that was
 * sent is turned away. A database that is away is a 503.
 */
@WebFilter(filterName = "PageGuard")
public class PageGuard extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");
    private static final String SENT_FORM = "jakarta.faces.ViewState";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!PrivatePaths.isPage(request)) {
            chain.doFilter(request, response);
        } else if (PrivatePaths.isView(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isForged(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/error.xhtml").forward(request, response);
        } else {
            response.setHeader("Cache-Control", PrivatePaths.mayBeKept(request) ? "private, no-cache" : "no-store");
            response.setHeader("Vary", "Accept-Language, Cookie");
            serve(request, response, chain);
        }
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (DatabaseTrouble.of(failure) == DatabaseTrouble.NONE || response.isCommitted()) {
                throw failure;
            }
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isForged(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return request.getParameter(SENT_FORM) != null;
        }
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(site -> !OUR_OWN.contains(site))
                .or(() -> Optional.ofNullable(request.getHeader("Origin")).map(origin -> !isHere(origin, request)))
                .orElse(false);
    }

    private static boolean isHere(String origin, HttpServletRequest request) {
        try {
            String authority = new URI(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (java.net.URISyntaxException notAnOrigin) {
            return false;
        }
    }
}
