package clinic.api;

import clinic.platform.DatabaseTrouble;
import clinic.platform.FailureLog;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** What the server refuses before, or outside, any resource, said in the same words and shape. */
public class ProblemServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = SpokenLanguage.of(request.getHeader("Accept-Language")).locale();
        Problem problem = problem(request, locale);
        byte[] body = problem.json().toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        problem.retrySeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Problem problem(HttpServletRequest request, Locale locale) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown) {
            return DatabaseTrouble.of(thrown) == DatabaseTrouble.NONE
                    ? Problem.of(Fault.INTERNAL_ERROR, locale).reference(FailureLog.write(thrown))
                    : Problem.of(Fault.UNAVAILABLE, locale).retryAfter(Duration.ofSeconds(5));
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Problem.of(status instanceof Integer code ? Fault.of(code) : Fault.UNKNOWN, locale);
    }
}
