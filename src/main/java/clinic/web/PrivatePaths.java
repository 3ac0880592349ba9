package clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that carry a key in their path, {@code /visit/{token}}, {@code /visit/{token}/move}, and the view each is
 * shown by; and which addresses are pages at all.
 */
@WebFilter(filterName = "PrivatePaths")
public class PrivatePaths extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String KEY = PrivatePaths.class.getName() + ".key";
    private static final Pattern VISIT = Pattern.compile("/visit/([A-Za-z0-9_-]{1,100})(?:/(move|cancel))?");
    private static final Pattern LETTER = Pattern.compile("/mailbox/([A-Za-z0-9_-]{1,100})");
    private static final Pattern STAFF = Pattern.compile("/staff/(set-up|invitation|reset)/([A-Za-z0-9_-]{1,100})");
    private static final Set<String> KEPT = Set.of("/details", "/call", "/link", "/privacy");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = pathOf(request);
        Matcher visit = VISIT.matcher(path);
        Matcher letter = LETTER.matcher(path);
        Matcher staff = STAFF.matcher(path);
        if (visit.matches()) {
            show(
                    visit.group(2) == null ? "/visit.xhtml" : "/" + visit.group(2) + ".xhtml",
                    visit.group(1),
                    request,
                    response);
        } else if (letter.matches()) {
            show("/letter.xhtml", letter.group(1), request, response);
        } else if (staff.matches()) {
            show("/staff/" + staff.group(1) + ".xhtml", staff.group(2), request, response);
        } else if (path.startsWith("/staff") || path.equals("/mailbox") || path.startsWith(LetterPart.PATH)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void show(String view, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(KEY, key);
        request.getRequestDispatcher(view).forward(request, response);
    }

    /** The key in the path of this request. */
    static Optional<String> keyOf(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(KEY));
    }

    /** Pages are what is neither another door's nor a file. */
    static boolean isPage(HttpServletRequest request) {
        String path = pathOf(request);
        return !path.startsWith("/api/") && !path.startsWith("/assets/") && !path.startsWith(LetterPart.PATH);
    }

    /** Views are asked for by their short addresses only. */
    static boolean isView(HttpServletRequest request) {
        return pathOf(request).endsWith(".xhtml");
    }

    /** A form may be kept by the browser, so that Back shows again what was typed; everything else is read afresh. */
    static boolean mayBeKept(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && KEPT.contains(pathOf(request));
    }

    /** The path as a log may show it: without what may be a key. */
    static String shown(HttpServletRequest request) {
        return pathOf(request).replaceAll("/[A-Za-z0-9_-]{20,}", "/*");
    }

    static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
