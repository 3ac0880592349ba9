package clinic.web;

import clinic.security.DeviceCookie;
import clinic.security.StaffMechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;

/** The cookie of a session: read by no script, sent to nobody else and by nobody else's page, gone with the browser. */
@ApplicationScoped
class StaffCookie {
    private static final int WITH_THE_BROWSER = -1;

    void give(String secret) {
        ExternalContext exchange = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletResponse) exchange.getResponse())
                .addCookie(make((HttpServletRequest) exchange.getRequest(), secret, WITH_THE_BROWSER));
    }

    /** From now on this browser shows that the account of the word has signed in here. */
    void know(String device) {
        ExternalContext exchange = FacesContext.getCurrentInstance().getExternalContext();
        String account = device.substring(0, device.indexOf('.'));
        Cookie known =
                Cookies.make((HttpServletRequest) exchange.getRequest(), DeviceCookie.PREFIX + account, device, (int)
                        DeviceCookie.LASTS.toSeconds());
        known.setAttribute("SameSite", "Strict");
        known.setPath("/staff");
        ((HttpServletResponse) exchange.getResponse()).addCookie(known);
    }

    /** What the browser shows of accounts that have signed in with it, genuine or not. */
    static List<String> devices(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().startsWith(DeviceCookie.PREFIX))
                .map(Cookie::getValue)
                .toList();
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
