package clinic.web;

import clinic.platform.RateLimit;
import clinic.platform.TrustedProxy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Who stands at the door, as far as a page knows: where the request comes from. */
@RequestScoped
class Visitor {
    @Inject
    private HttpServletRequest request;

    @Inject
    private RateLimit limit;

    /** Counts something she sends; how long she has to wait, when it is too much. */
    Optional<Duration> mustWait() {
        return limit.refused(address());
    }

    String address() {
        return TrustedProxy.asSent(request).getRemoteAddr();
    }
}
