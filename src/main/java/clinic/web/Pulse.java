package clinic.web;

import clinic.security.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Whether anything of a day, or of the worklists, is new: a mark of a few letters, so that a page may ask every few seconds. */
@WebServlet("/staff/pulse")
public class Pulse extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient DayNews news;

    @Inject
    private transient WorkPage work;

    @Inject
    private transient PulseMarks marks;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        boolean isWork = "work".equals(request.getParameter("of"));
        String what = isWork ? "work" : String.valueOf(request.getParameter("day"));
        response.getWriter()
                .write(marks.get(
                        List.of(caller.actor().name(), words.getLang(), what),
                        isWork ? work::getVersion : news::getVersion));
    }
}
