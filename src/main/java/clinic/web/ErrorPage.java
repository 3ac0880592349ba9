package clinic.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What went wrong and what to do now, {@code error.xhtml}; never how it went wrong. */
@Named
@RequestScoped
public class ErrorPage {
    /** The attribute that names the parameter at fault. */
    static final String PARAMETER = ErrorPage.class.getName() + ".parameter";

    /** The attribute that says that nobody knows what was done. */
    static final String UNCERTAIN = ErrorPage.class.getName() + ".uncertain";

    private static final Map<Integer, String> TOLD =
            Map.of(400, "400", 413, "400", 403, "403", 404, "404", 405, "405", 429, "429", 503, "503");

    @Inject
    private HttpServletRequest request;

    /** The end of a key of texts. */
    public String getKind() {
        if (request.getAttribute(UNCERTAIN) != null) {
            return "uncertain";
        }
        Object response = FacesContext.getCurrentInstance().getExternalContext().getResponse();
        return TOLD.getOrDefault(((HttpServletResponse) response).getStatus(), "500");
    }

    /** Whether it is somebody of the staff who looked for a page of theirs. */
    public boolean isStaff() {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElseGet(request::getRequestURI)
                .startsWith("/staff");
    }

    /** Whether staff looked for a record that is not there. */
    public boolean isLost() {
        return isStaff() && getKind().equals("404");
    }

    /** What in the address cannot be read; empty where it is nothing of that kind. */
    public String getParameter() {
        Object name = request.getAttribute(PARAMETER);
        return name == null ? "" : name.toString();
    }

    /** Under which the failure stands in the log; empty where there is nothing to look up. */
    public String getReference() {
        Object reference = request.getAttribute("reference");
        return reference == null ? "" : reference.toString();
    }
}
