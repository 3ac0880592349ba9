package clinic.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stands before Faces itself, on whatever way a request has come to it. Faces takes anything that carries a view state
 * for a form that was sent; here only the body of a POST can be one. Every view is stateless, so the state is one known
 * word, and any other is no form of ours.
 */
public class FacesGuard extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String OF_FACES = "jakarta.faces.";
    private static final String STATE = "jakarta.faces.ViewState";
    private static final String STATELESS = "stateless";
    private static final String ERROR = FacesGuard.class.getName() + ".error";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST && !PrivatePaths.isPage(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (mayBeAForm(request)) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new NoForm(request), response);
        }
    }

    private static boolean mayBeAForm(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && request.getAttribute(ERROR) == null
                && !isFormInAddress(request)
                && !isGarbled(request);
    }

    /** Shows the page that says what the status means, whatever the request carried. */
    static void showError(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute(ERROR, true);
        request.getRequestDispatcher("/error.xhtml").forward(request, response);
    }

    /** Whether fields that only a form of Faces has stand in the address. */
    static boolean isFormInAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && Stream.of(query.split("[&;]"))
                        .map(field -> decoded(field.replaceFirst("=.*", "")).toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.contains("faces."));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return name;
        }
    }

    /** Whether its view state is none of ours: of another application, altered, or there twice. */
    static boolean isGarbled(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return false;
        }
        String[] states = request.getParameterValues(STATE);
        return states != null && (states.length != 1 || !states[0].equals(STATELESS));
    }

    /** The same request without what Faces would take for a form. */
    private static final class NoForm extends HttpServletRequestWrapper {
        NoForm(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return name.startsWith(OF_FACES) ? null : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return name.startsWith(OF_FACES) ? null : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new HashMap<>(super.getParameterMap());
            all.keySet().removeIf(name -> name.startsWith(OF_FACES));
            return all;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
