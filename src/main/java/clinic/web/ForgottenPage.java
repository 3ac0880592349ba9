package clinic.web;

import clinic.security.AccountLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A forgotten password, {@code staff/forgotten.xhtml}. What it says and does never depends on whether somebody exists. */
@Named
@RequestScoped
public class ForgottenPage {
    @Inject
    private AccountLinks links;

    @Inject
    private Refusals refusals;

    private String nameOrMail = "";
    private boolean done;

    public void send() {
        done = refusals.done(() -> links.ask(nameOrMail));
    }

    public boolean isDone() {
        return done;
    }

    public String getNameOrMail() {
        return nameOrMail;
    }

    public void setNameOrMail(String nameOrMail) {
        this.nameOrMail = Typed.text(nameOrMail);
    }
}
