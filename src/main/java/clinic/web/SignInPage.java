package clinic.web;

import clinic.security.Caller;
import clinic.security.NotSignedIn;
import clinic.security.SignIn;
import clinic.security.SignInSource;
import clinic.security.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Signing in, {@code staff/sign-in.xhtml}; and from there on to the page that was wanted. */
@Named
@RequestScoped
public class SignInPage {
    @Inject
    private SignIn signIn;

    @Inject
    private StaffCookie cookie;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String user = "";
    private String password = "";
    private String code = "";
    private String to = "";

    public void enter() {
        refusals.done(() -> answer(signIn.signIn(user, password, source()), words.say("signin.wrong")));
    }

    /** The second step. */
    public void open() {
        SignedIn waiting = caller.halfSignedIn().orElseThrow(NotSignedIn::new);
        refusals.done(() -> answer(signIn.code(waiting, code, source()), words.say("account.code.wrong")));
    }

    private SignInSource source() {
        return new SignInSource(caller.address(), StaffCookie.devices(request), caller.session());
    }

    private void answer(SignIn.Result result, String wrong) {
        switch (result.answer()) {
            case WELCOME -> {
                cookie.give(result.secret().orElseThrow());
                Steps.staff(Destination.orHome(to));
            }
            case CODE_OWED -> {
                cookie.give(result.secret().orElseThrow());
                Steps.staff("/staff/sign-in" + getKeep().replaceFirst("&", "?"));
            }
            case WRONG -> refuse(wrong, 422);
            case LOCKED_OUT -> refuse(words.say("signin.locked"), 429);
            case BUSY -> refuse(words.say("signin.busy"), 503);
        }
        result.device().ifPresent(cookie::know);
    }

    public boolean isCodeOwed() {
        return caller.halfSignedIn().isPresent();
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
        return Destination.of(to);
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
        this.password = Typed.secret(password);
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = Typed.text(code);
    }
}
