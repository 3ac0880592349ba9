package clinic.web;

import clinic.notification.KeptMail;
import clinic.notification.Mailbox;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One part of a letter of the demonstration as it was sent: its HTML for the frame, its calendar entry to download. */
@WebServlet(LetterPart.PATH + "*")
public class LetterPart extends HttpServlet {
    static final String PATH = "/mailbox/part/";
    private static final long serialVersionUID = 1;
    private static final Pattern PART = Pattern.compile("/([A-Za-z0-9-]{1,100})/(html|ics)");
    private static final String POLICY = "Content-Security-Policy";
    /** Nothing runs and nothing is fetched; a link opens in the whole window, when it is clicked. */
    private static final String IN_A_FRAME = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-ancestors 'self'; base-uri 'self'; sandbox allow-top-navigation-by-user-activation";

    @Inject
    private transient Mailbox mailbox;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demo;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PART.matcher(String.valueOf(request.getPathInfo()));
        Optional<KeptMail> letter = demo && path.matches() ? mailbox.find(path.group(1)) : Optional.empty();
        if (letter.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (path.group(2).equals("html")) {
            response.setHeader(POLICY, IN_A_FRAME);
            send(response, "text/html", letter.get().html().replaceFirst("<head>", "<head><base target=\"_top\">"));
        } else {
            response.setHeader("Content-Disposition", "attachment; filename=\"appointment.ics\"");
            send(response, "text/calendar", letter.get().ics());
        }
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
