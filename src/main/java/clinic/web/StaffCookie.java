package clinic.web;

import clinic.security.StaffMechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie of a session: read by no script, sent to nobody else and by nobody else's page, gone with the browser. */
@ApplicationScoped
class StaffCookie {
    private static final int WITH_THE_BROWSER = -1;

    void give(String secret) {
        ExternalContext exchange = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletResponse) exchange.getResponse())
                .addCookie(make((HttpServletRequest) exchange.getRequest(), secret, WITH_THE_BROWSER));
    }

    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(make(request, "", 0));
    }

    private static Cookie make(HttpServletRequest request, String secret, int seconds) {
        Cookie cookie = Cookies.make(request, StaffMechanism.COOKIE, secret, seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
