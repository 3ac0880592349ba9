package clinic.web;

import clinic.security.Caller;
import clinic.security.OwnAccountDesk;
import clinic.security.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

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

    private String password = "";
    private String code = "";
    private String to = "";

    public void prove() {
        refusals.done(() -> {
            switch (signIn.prove(caller.actor(), caller.self(), password, code)) {
                case WELCOME -> Steps.staff(Destination.orHome(to));
                case WRONG, CODE_OWED -> refuse(words.say("confirm.wrong"), 422);
                case LOCKED_OUT -> refuse(words.say("signin.locked"), 429);
            }
        });
    }

    private void refuse(String why, int status) {
        refusals.say(why);
        refusals.status(status);
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
