package clinic.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A field nobody sees and only programs fill in. What it catches is refused, not swallowed: should a browser ever fill it
 * in for a person, she reads why, and pressing the button again is enough.
 */
@Named
@RequestScoped
public class Honeypot {
    static final String FIELD = "website";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    boolean isClean() {
        boolean clean = Typed.text(request.getParameter(FIELD)).isBlank();
        if (!clean) {
            refusals.say(words.say("problem.honeypot"));
            refusals.status(422);
        }
        return clean;
    }
}
