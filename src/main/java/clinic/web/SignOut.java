package clinic.web;

import clinic.security.Caller;
import clinic.security.SessionDesk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The button that signs out. */
@WebServlet("/staff/sign-out")
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Caller caller;

    @Inject
    private transient SessionDesk sessions;

    @Inject
    private transient StaffCookie cookie;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        caller.self().session().ifPresent(session -> sessions.end(caller.actor(), session));
        cookie.takeBack(request, response);
        go(response, "/staff/sign-in?out=");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        go(response, "/staff");
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }
}
