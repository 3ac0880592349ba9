package clinic.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Text of a form that was refused, for a field no bean holds: it stands there again when the page says why. A form that was
 * accepted leads elsewhere, and there nothing is sent back.
 */
@Named("sent")
@RequestScoped
public class SentBack {
    @Inject
    private HttpServletRequest request;

    /** What was typed into the field; empty where nothing was, and where no form was sent. */
    public String of(String field) {
        return request.getMethod().equals("POST") ? Typed.text(request.getParameter(field)) : "";
    }

    /** Whether something was: then what hides the field is open. */
    public boolean has(String field) {
        return !of(field).isEmpty();
    }
}
