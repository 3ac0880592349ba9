package clinic.web;

import clinic.security.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Signing in, {@code staff/sign-in.xhtml}; and from there on to the page that was wanted. */
@Named
@RequestScoped
public class SignInPage {
    private static final String HOME = "/staff";

    /** Never anywhere but to a page of staff. */
    private static final Pattern OURS = Pattern.compile("/staff(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%+._:-]*)?");

    @Inject
    private SignIn signIn;

    @Inject
    private StaffCookie cookie;

    @Inject
    private Visitor visitor;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String user = "";
    private String password = "";
    private String to = "";

    public void enter() {
        refusals.done(() -> {
            SignIn.Result result = signIn.signIn(user, password, visitor.address());
            switch (result.answer()) {
                case WELCOME -> welcome(result.secret().orElseThrow());
                case WRONG -> refuse(words.say("signin.wrong"), 422);
                case LOCKED_OUT -> refuse(words.say("signin.locked"), 429);
            }
        });
    }

    private void welcome(String secret) {
        cookie.give(secret);
        Steps.staff(getTo().isEmpty() ? HOME : getTo());
    }

    private void refuse(String why, int status) {
        refusals.say(why);
        refusals.status(status);
    }

    public boolean isOut() {
        return request.getParameter("out") != null && !"POST".equals(request.getMethod());
    }

    /** For the link to the other language. */
    public String getKeep() {
        return getTo().isEmpty() ? "" : "&to=" + URLEncoder.encode(getTo(), StandardCharsets.UTF_8);
    }

    public String getTo() {
        return OURS.matcher(to).matches() && !to.startsWith("/staff/sign-") ? to : "";
    }

    public void setTo(String to) {
        this.to = Typed.text(to);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = Typed.text(user);
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = Typed.text(password);
    }
}
