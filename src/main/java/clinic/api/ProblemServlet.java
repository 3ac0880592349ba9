package clinic.api;

import clinic.platform.DatabaseTrouble;
import clinic.platform.FailureLog;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** What the server refuses before, or outside, any resource: said to programs in the one shape, to people on a page. */
public class ProblemServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String PAGE = "/error.xhtml";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Locale locale = SpokenLanguage.of(request.getHeader("Accept-Language")).locale();
        Problem problem = problem(request, locale);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        problem.retrySeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        if (wantsPage(request) && getServletContext().getResource(PAGE) != null) {
            problem.reference().ifPresent(reference -> request.setAttribute("reference", reference));
            request.getRequestDispatcher(PAGE).forward(new Reading(request), response);
            return;
        }
        byte[] body = problem.json().toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The page is read, whatever was to be done with the one that was asked for. */
    private static class Reading extends HttpServletRequestWrapper {
        Reading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }

    /** A person with a browser, anywhere but at this door. */
    private static boolean wantsPage(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String accept = request.getHeader("Accept");
        return !path.startsWith("/api/") && accept != null && accept.contains("text/html");
    }

    private static Problem problem(HttpServletRequest request, Locale locale) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown) {
            DatabaseTrouble trouble = DatabaseTrouble.of(thrown);
            return trouble == DatabaseTrouble.NONE
                    ? Problem.of(Fault.INTERNAL_ERROR, locale).reference(FailureLog.write(thrown))
                    : Problem.of(trouble, locale);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (Objects.equals(status, HttpServletResponse.SC_SERVICE_UNAVAILABLE)) {
            return Problem.of(DatabaseTrouble.AWAY, locale);
        }
        return Problem.of(status instanceof Integer code ? Fault.of(code) : Fault.UNKNOWN, locale);
    }
}
