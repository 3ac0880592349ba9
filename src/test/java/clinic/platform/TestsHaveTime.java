package clinic.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A test inside the server is one request, and a busy machine makes it a long one: what it asks the database after seven
 * seconds is not to be given up, as a person's question is.
 */
@WebFilter("/*")
public class TestsHaveTime extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Waiting.leave();
        try {
            chain.doFilter(request, response);
        } finally {
            Waiting.enter(request);
        }
    }
}
