package clinic.security;

import clinic.platform.SecurityEvents;
import clinic.staff.Deed;
import clinic.staff.NotAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stands before everything staff do. Whoever is not signed in is sent to do so; every form must carry the word of its
 * session, which no other site knows; and what is not one's task is told so. At the door of programs it only says who
 * comes, and a cookie without that word has no weight for a change.
 */
@WebFilter(filterName = "StaffDoor")
public class StaffDoor extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String HEADER = "X-CSRF";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Where one goes who cannot sign in yet. */
    private static final Pattern OPEN =
            Pattern.compile("/staff/(sign-in|forgotten|(set-up|invitation|reset)(/[A-Za-z0-9_-]{1,100})?)");

    /** Where the role asks for a second factor, it is added before anything else. */
    private static final String ACCOUNT = "/staff/account";

    private static final Pattern ADDS_FACTOR = Pattern.compile("/staff/(account|confirm|sign-out)");

    @Inject
    private transient Caller caller;

    @Inject
    private transient SessionDesk sessions;

    @Inject
    private transient SignIn signIn;

    @Inject
    private transient StaffTyping typing;

    @Inject
    private transient Event<Deed> deeds;

    @Inject
    private transient SecurityEvents events;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean page = pathOf(request).startsWith("/staff");
        if (StaffMechanism.isBlind(request)) {
            // Whoever it is, nobody may be told that a token or a session is no longer good.
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<SignedIn> who = StaffMechanism.who(request);
        if (who.isEmpty() && request.getHeader("Authorization") != null && !StaffMechanism.isBlind(request)) {
            events.add(SecurityEvents.Kind.BAD_TOKEN, request.getRemoteAddr());
        }
        caller.is(
                page ? who : who.filter(known -> mayChange(known, request) && !known.owesFactor()),
                request.getRemoteAddr());
        if (!page) {
            chain.doFilter(request, response);
        } else if (OPEN.matcher(pathOf(request)).matches()) {
            chain.doFilter(request, response);
        } else if (caller.find().isEmpty()) {
            sendToSignIn(request, response);
        } else if (caller.self().owesFactor()
                && !ADDS_FACTOR.matcher(pathOf(request)).matches()) {
            go(response, ACCOUNT);
        } else if (mayChange(caller.self(), request)) {
            if (proves(request, response)) {
                serve(request, response, chain);
            }
        } else {
            Optional<String> again = typing.keepOfEarlierSession(request, caller.self());
            if (again.isPresent()) {
                go(response, again.get());
            } else {
                events.add(SecurityEvents.Kind.FORGED_REQUEST, request.getRemoteAddr());
                show("/error.xhtml", HttpServletResponse.SC_FORBIDDEN, request, response);
            }
        }
    }

    private static boolean mayChange(SignedIn who, HttpServletRequest request) {
        return READING.contains(request.getMethod())
                || who.session().isEmpty()
                || Stream.of(
                                Optional.ofNullable(request.getHeader(HEADER)),
                                pathOf(request).startsWith("/staff")
                                        ? Optional.ofNullable(request.getParameter("csrf"))
                                        : Optional.<String>empty())
                        .flatMap(Optional::stream)
                        .anyMatch(word -> Secrets.same(word, who.csrf()));
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (find(failure, ProofNeeded.class).isPresent() && !response.isCommitted()) {
                response.resetBuffer();
                go(response, typing.ask(request, caller.self()));
                return;
            }
            Optional<NotAllowed> no = find(failure, NotAllowed.class);
            if (no.isEmpty()) {
                throw failure;
            }
            deeds.fire(Deed.refused(caller.actor(), "DENIED", no.get().task().name(), ""));
            if (response.isCommitted()) {
                throw failure;
            }
            request.setAttribute("notAllowed", no.get());
            show("/staff/not-yours.xhtml", HttpServletResponse.SC_FORBIDDEN, request, response);
        }
    }

    private static <T> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", path);
    }

    /**
     * A form may bring the password that was asked for in between.
     *
     * @return whether it may go on
     */
    private boolean proves(HttpServletRequest request, HttpServletResponse response) {
        String password = request.getParameter(StaffTyping.PASSWORD);
        if (password == null || READING.contains(request.getMethod())) {
            return true;
        }
        String code = request.getParameter(StaffTyping.CODE);
        SignIn.Answer answer = signIn.prove(caller.actor(), caller.self(), password, code == null ? "" : code);
        if (answer != SignIn.Answer.WELCOME) {
            go(response, typing.askAgain(request, answer));
            return false;
        }
        StaffMechanism.cookie(request, StaffMechanism.COOKIE)
                .ifPresent(secret -> caller.is(sessions.find(secret, true), request.getRemoteAddr()));
        return true;
    }

    /** A script is told plainly; a person comes back, after signing in, to the page they wanted and to what was typed. */
    private void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(HEADER) != null || request.getHeader(StaffMechanism.BY_ITSELF) != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String query = request.getQueryString();
        String wanted = READING.contains(request.getMethod())
                ? pathOf(request) + (query == null ? "" : "?" + query)
                : typing.keepOfSessionThatIsOver(request).orElse(pathOf(request));
        go(response, "/staff/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    private static void show(String view, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(view).forward(request, response);
    }

    /** As the container understood it, without parameters and double slashes. */
    private static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
