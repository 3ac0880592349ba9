package clinic.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Who stands at the door, as far as a page knows: where the request comes from. */
@RequestScoped
class Visitor {
    @Inject
    private HttpServletRequest request;

    String address() {
        return request.getRemoteAddr();
    }
}
