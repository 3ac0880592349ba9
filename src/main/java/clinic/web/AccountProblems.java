package clinic.web;

import clinic.security.AccountRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Says at its field what an account cannot be like. */
@RequestScoped
class AccountProblems {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    void show(AccountRefused refused) {
        refused.flaws().forEach(flaw -> refusals.say(flaw.field(), words.say(flaw.text())));
        refusals.status(UNPROCESSABLE);
    }
}
