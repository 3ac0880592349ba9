package clinic.security;

import clinic.platform.DatabaseTrouble;
import clinic.platform.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows staff by the cookie of their session, and programs by a bearer token. Patients' pages have nothing to do with
 * it. It sends nobody away: who may pass where, {@link StaffDoor} and the desks decide.
 */
@ApplicationScoped
public class StaffMechanism implements HttpAuthenticationMechanism {
    /** The one cookie that gives a right. */
    public static final String COOKIE = "clinic-staff";

    /** A page that asks for news by itself says so: that is no step of its reader, and keeps nobody signed in. */
    public static final String BY_ITSELF = "X-Background";

    private static final int SECRET_LENGTH = 43;
    private static final String WHO = StaffMechanism.class.getName() + ".who";
    private static final String AWAY = StaffMechanism.class.getName() + ".away";
    /** As we make them: what looks otherwise is not looked up. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9_-]{43})");

    @Inject
    private SessionDesk sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            Optional<SignedIn> who =
                    isForStaff(request) ? Waiting.during(request, () -> find(request)) : Optional.empty();
            request.setAttribute(WHO, who);
            return who.filter(known -> !known.waitsForCode())
                    .map(known -> context.notifyContainerAboutLogin(
                            known.name(), Set.of(known.role().name())))
                    .orElseGet(context::doNothing);
        } catch (RuntimeException failure) {
            if (DatabaseTrouble.of(failure) == DatabaseTrouble.NONE) {
                throw failure;
            }
            request.setAttribute(AWAY, true);
            return context.doNothing();
        }
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            Matcher bearer = BEARER.matcher(authorization.strip());
            return bearer.matches() ? sessions.ofToken(bearer.group(1)) : Optional.empty();
        }
        return cookie(request, COOKIE)
                .filter(secret -> secret.length() == SECRET_LENGTH)
                .flatMap(secret -> sessions.find(secret, request.getHeader(BY_ITSELF) == null));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(secret -> !secret.isEmpty())
                .findFirst();
    }

    private static boolean isForStaff(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/staff") || path.startsWith("/api/");
    }

    /** Who was found behind this request. */
    @SuppressWarnings("unchecked")
    static Optional<SignedIn> who(HttpServletRequest request) {
        Object who = request.getAttribute(WHO);
        return who == null ? Optional.empty() : (Optional<SignedIn>) who;
    }

    /** Whether nobody could be found because the database is away. */
    static boolean isBlind(HttpServletRequest request) {
        return request.getAttribute(AWAY) != null;
    }
}
