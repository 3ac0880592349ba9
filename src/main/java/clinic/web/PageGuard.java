package clinic.web;

import clinic.platform.DatabaseTrouble;
import clinic.platform.SecurityEvents;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before everything. Pages keep no session, so a forged request is told by where it comes from: browsers say so
 * in {@code Sec-Fetch-Site} and {@code Origin}, and whatever changes something is refused when either names another
 * site. Nothing is changed by reading: a form is never read from an address. A database that is away is a 503.
 */
@WebFilter(filterName = "PageGuard")
public class PageGuard extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(PageGuard.class.getName());
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient SecurityEvents events;

    private transient Optional<String> base = Optional.empty();

    @Inject
    void knowOurselves(@ConfigProperty(name = "clinic.base.url") Optional<String> url) {
        base = url.flatMap(PageGuard::authority);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (FacesGuard.isFormInAddress(request)) {
            refuse(SecurityEvents.Kind.FORM_BY_GET, request, response);
        } else if (isForged(request)) {
            refuse(SecurityEvents.Kind.FORGED_REQUEST, request, response);
        } else if (!PrivatePaths.isPage(request)) {
            chain.doFilter(request, response);
        } else if (PrivatePaths.isView(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (FacesGuard.isGarbled(request)) {
            unreadable("", request, response);
        } else if (PageParameters.unreadable(request).isPresent()) {
            unreadable(PageParameters.unreadable(request).get(), request, response);
        } else {
            response.setHeader("Cache-Control", PrivatePaths.mayBeKept(request) ? "private, no-cache" : "no-store");
            response.setHeader("Vary", "Accept-Language, Cookie");
            serve(request, response, chain);
        }
    }

    private void refuse(SecurityEvents.Kind why, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        events.add(why, request.getRemoteAddr());
        if (PrivatePaths.isPage(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            FacesGuard.showError(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Says which parameter cannot be read, where it is one. */
    private static void unreadable(String parameter, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(ErrorPage.PARAMETER, parameter);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        FacesGuard.showError(request, response);
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (isUnreadable(failure) && !response.isCommitted()) {
                LOG.warning(() -> "a value of " + PrivatePaths.shown(request) + " could not be read: "
                        + cause(failure).getClass().getName());
                response.resetBuffer();
                unreadable("", request, response);
                return;
            }
            DatabaseTrouble trouble = DatabaseTrouble.of(failure);
            if (trouble == DatabaseTrouble.NONE || response.isCommitted()) {
                throw failure;
            }
            if (trouble == DatabaseTrouble.UNCERTAIN) {
                request.setAttribute(ErrorPage.UNCERTAIN, true);
            }
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** A number or a day out of a form that no page has judged: nothing was done with it yet. */
    private static boolean isUnreadable(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof NumberFormatException || cause instanceof DateTimeException;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private boolean isForged(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null && !OUR_OWN.contains(site) || origin != null && !isHere(origin, request);
    }

    private boolean isHere(String origin, HttpServletRequest request) {
        return authority(origin)
                .filter(from -> Stream.concat(Stream.ofNullable(request.getHeader("Host")), base.stream())
                        .anyMatch(from::equalsIgnoreCase))
                .isPresent();
    }

    private static Optional<String> authority(String url) {
        try {
            return Optional.ofNullable(new URI(url).getAuthority());
        } catch (URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }
}
