package clinic.web;

import clinic.notification.MessageDesk;
import clinic.notification.UnknownMessage;
import clinic.security.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter as its recipient sees it, for the frame on its page. */
@WebServlet("/staff/message-part/*")
public class MessagePart extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern ID = Pattern.compile("/([0-9]{1,18})");
    /** Nothing runs, nothing is fetched, and no link leads anywhere: a letter's links are its recipient's. */
    private static final String IN_A_FRAME = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-ancestors 'self'; base-uri 'none'; sandbox";

    @Inject
    private transient MessageDesk desk;

    @Inject
    private transient Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher id = ID.matcher(String.valueOf(request.getPathInfo()));
        if (!id.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            String html = desk.one(caller.actor(), Long.parseLong(id.group(1))).html();
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", IN_A_FRAME);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
        } catch (UnknownMessage unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
