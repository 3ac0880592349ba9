package clinic.web;

import clinic.security.Caller;
import clinic.security.OwnAccountDesk;
import clinic.security.SentFormDesk;
import clinic.security.SignIn;
import clinic.security.TypedForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;

/** Asked again who she is before something that matters, {@code staff/confirm.xhtml}. */
@Named
@RequestScoped
public class ConfirmPage {
    @Inject
    private SignIn signIn;

    @Inject
    private OwnAccountDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private SentFormDesk forms;

    @Inject
    private HttpServletRequest request;

    private Optional<TypedForm> typed;
    private String password = "";
    private String code = "";
    private String to = "";

    public void prove() {
        refusals.done(() -> {
            switch (signIn.prove(caller.actor(), caller.self(), password, code)) {
                case WELCOME -> Steps.staff(Destination.orHome(to));
                case WRONG, CODE_OWED -> refuse(words.say("confirm.wrong"), 422);
                case LOCKED_OUT -> refuse(words.say("signin.locked"), 429);
                case BUSY -> refuse(words.say("signin.busy"), 503);
            }
        });
    }

    private void refuse(String why, int status) {
        refusals.say(why);
        refusals.status(status);
    }

    /** Says why it is asked once more, after a form came with a wrong password. */
    public void open() {
        String no = Typed.text(request.getParameter("no"));
        if (!no.isEmpty()) {
            boolean locked = no.equals(SignIn.Answer.LOCKED_OUT.name());
            refuse(words.say(locked ? "signin.locked" : "confirm.wrong"), locked ? 429 : 422);
        }
    }

    /** The form that waits to be worked on, all of it; its button is pressed together with the one here. */
    public TypedForm getWaiting() {
        if (typed == null) {
            typed = Cookies.find(request, SentFormDesk.COOKIE)
                    .flatMap(browser ->
                            forms.typed(browser, OptionalLong.of(caller.self().account()), getTyped()))
                    .filter(TypedForm::complete);
        }
        return typed.orElse(null);
    }

    public String getTyped() {
        return Typed.text(request.getParameter(RedirectAfterPost.TYPED));
    }

    public boolean isCodeAsked() {
        return desk.view(caller.self()).secondFactor();
    }

    public String getTo() {
        return Destination.of(to);
    }

    public void setTo(String to) {
        this.to = Typed.text(to);
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
