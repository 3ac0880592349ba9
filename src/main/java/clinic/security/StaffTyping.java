package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Keeps what staff typed when the session was over, or when the password is asked for in between, until the same account
 * goes on in the same browser.
 */
@ApplicationScoped
class StaffTyping {
    /** The parameter that names what was typed. */
    static final String TYPED = "typed";
    /** Under these names a form brings the password, and the code, that were asked for in between. */
    static final String PASSWORD = "proofPassword";

    static final String CODE = "proofCode";
    private static final String CONFIRM = "/staff/confirm?to=";

    @Inject
    private SentFormDesk forms;

    @Inject
    private SessionDesk sessions;

    /** Where to go on after signing in: the page the form was on, with what was typed; nothing if the form is not known. */
    Optional<String> keepOfSessionThatIsOver(HttpServletRequest request) {
        String csrf = request.getParameter("csrf");
        OptionalLong account = csrf == null
                ? OptionalLong.empty()
                : StaffMechanism.cookie(request, StaffMechanism.COOKIE)
                        .map(secret -> sessions.whoseItWas(secret, csrf))
                        .orElse(OptionalLong.empty());
        return account.isEmpty() ? Optional.empty() : keep(request, account).map(id -> page(request, id));
    }

    /** The page a form was on, with what was typed, if it is of an earlier session of the same account. */
    Optional<String> keepOfEarlierSession(HttpServletRequest request, SignedIn who) {
        String csrf = request.getParameter("csrf");
        return csrf == null || !sessions.wasOf(who.account(), csrf)
                ? Optional.empty()
                : keep(request, OptionalLong.of(who.account())).map(id -> page(request, id));
    }

    /** Where the password is asked for; what was typed waits there. */
    String ask(HttpServletRequest request, SignedIn who) {
        Optional<String> id =
                request.getMethod().equals("POST") ? keep(request, OptionalLong.of(who.account())) : Optional.empty();
        return CONFIRM
                + encoded(id.map(typed -> page(request, typed)).orElseGet(() -> pathOf(request)))
                + id.map(typed -> "&" + TYPED + "=" + typed).orElse("");
    }

    /** The same place once more, after a wrong password. */
    String askAgain(HttpServletRequest request, SignIn.Answer why) {
        String id = String.valueOf(request.getParameter(TYPED)).replaceAll("[^A-Za-z0-9_-]", "");
        return CONFIRM + encoded(page(request, id)) + "&" + TYPED + "=" + id + "&no=" + why;
    }

    private Optional<String> keep(HttpServletRequest request, OptionalLong account) {
        return StaffMechanism.cookie(request, SentFormDesk.COOKIE)
                .map(browser -> forms.keep(
                        new SentFormDesk.Sender(browser, account, pathOf(request)),
                        TypedForm.of(pathOf(request), request.getParameterMap())));
    }

    /** The address of the page the form was on, as the browser says it, if that is where it was sent; else where it was sent. */
    private static String page(HttpServletRequest request, String id) {
        String path = pathOf(request);
        String query = Optional.ofNullable(request.getHeader("Referer"))
                .flatMap(StaffTyping::read)
                .filter(from -> path.equals(from.getRawPath()))
                .map(URI::getRawQuery)
                .orElse(request.getQueryString());
        String rest = Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(TYPED + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
        return path + "?" + rest + TYPED + "=" + id;
    }

    private static Optional<URI> read(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
