package clinic.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Whether anything of a day, or of the worklists, is new: a mark of a few letters, so that a page may ask every few seconds. */
@WebServlet("/staff/pulse")
public class Pulse extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient DayNews news;

    @Inject
    private transient WorkPage work;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("work".equals(request.getParameter("of")) ? work.getVersion() : news.getVersion());
    }
}
