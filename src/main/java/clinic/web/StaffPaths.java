package clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of staff that name a record: {@code /staff/patient/12}. */
@WebFilter(filterName = "StaffPaths")
public class StaffPaths extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String ID = StaffPaths.class.getName() + ".id";
    private static final String PATH = StaffPaths.class.getName() + ".path";
    private static final Pattern RECORD =
            Pattern.compile("/staff/(patient|visit|message|series|adverse-event)/([0-9]{1,18})");
    private static final Pattern WITHOUT_ID =
            Pattern.compile("/staff/(?:(?:patient|visit|message|adverse-event)/?|series/|one-series)?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = PrivatePaths.pathOf(request);
        Matcher record = RECORD.matcher(path);
        if (record.matches()) {
            request.setAttribute(ID, Long.valueOf(record.group(2)));
            request.setAttribute(PATH, path);
            show("/staff/" + view(record.group(1)) + ".xhtml", request, response);
        } else if (WITHOUT_ID.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The list of all series has the plain name. */
    private static String view(String what) {
        return what.equals("series") ? "one-series" : what;
    }

    private static void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getRequestDispatcher(view).forward(request, response);
    }

    /** The address of the page, without what follows a question mark. */
    static String here(HttpServletRequest request) {
        return request.getAttribute(PATH) instanceof String path ? path : PrivatePaths.pathOf(request);
    }

    /** The record named in the path of this request. */
    static OptionalLong idOf(HttpServletRequest request) {
        return request.getAttribute(ID) instanceof Long id ? OptionalLong.of(id) : OptionalLong.empty();
    }
}
