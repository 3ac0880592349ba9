package clinic.web;

import clinic.platform.DatabaseTrouble;
import clinic.security.Caller;
import clinic.security.SentFormDesk;
import clinic.security.SentFormDesk.Answer;
import clinic.security.SentFormDesk.Sender;
import clinic.security.SentFormDesk.Sending;
import clinic.security.SignedIn;
import clinic.security.TypedForm;
import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Answers every form by a redirect, so that Back and reload never send anything again: a page that says what is wrong, or
 * that something was done, is kept for the browser that sent the form and is read from an address of its own. The same
 * form sent twice in a moment is worked on once. A browser that keeps no cookie, and a script that reads the answer
 * itself, are answered directly.
 */
@WebFilter(filterName = "RedirectAfterPost")
public class RedirectAfterPost extends HttpFilter {
    /** The parameter that names a kept answer. */
    static final String SENT = "sent";
    /** The parameter that names what was typed before the session was over. */
    static final String TYPED = "typed";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(RedirectAfterPost.class.getName());
    private static final String ONCE = RedirectAfterPost.class.getName() + ".once";
    private static final String CSRF = "%csrf-of-this-session%";
    private static final String BY_SCRIPT = "X-CSRF";
    private static final int LONGEST_WAIT_MILLIS = 8000;
    private static final int LOOK_EVERY_MILLIS = 150;

    @Inject
    private transient SentFormDesk forms;

    @Inject
    private transient Caller caller;

    @Inject
    private transient TypedAgain typedAgain;

    /** Answers to strangers that are kept; beyond so many a minute they are given without a redirect, which costs nothing. */
    private final transient Bucket strangers = Bucket.builder()
            .addLimit(limit -> limit.capacity(600).refillGreedy(600, Duration.ofMinutes(1)))
            .build();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!PrivatePaths.isPage(request) || isScript(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> browser = Cookies.find(request, SentFormDesk.COOKIE);
        if ("GET".equals(request.getMethod())) {
            read(request, response, chain, browser);
        } else if ("POST".equals(request.getMethod()) && browser.isPresent() && mayKeep()) {
            send(request, response, chain, sender(browser.get(), request));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isScript(HttpServletRequest request) {
        return request.getHeader(BY_SCRIPT) != null || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private boolean mayKeep() {
        return caller.signedIn().isPresent() || strangers.tryConsume(1);
    }

    private Sender sender(String browser, HttpServletRequest request) {
        return new Sender(browser, account(), PrivatePaths.pathOf(request));
    }

    private OptionalLong account() {
        return caller.signedIn().map(SignedIn::account).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** What the page shows is to be read a single time: a secret stands on it. */
    static void once(HttpServletRequest request) {
        request.setAttribute(ONCE, true);
    }

    private void read(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Optional<String> browser)
            throws IOException, ServletException {
        String sent = Typed.text(request.getParameter(SENT));
        String typed = Typed.text(request.getParameter(TYPED));
        if (!sent.isEmpty()) {
            Optional<Answer> answer = browser.flatMap(known -> find(sender(known, request), sent));
            if (answer.isEmpty()) {
                go(response, PrivatePaths.pathOf(request).replaceFirst("^/+", "/") + rest(request));
                return;
            }
            if (typed.isEmpty()) {
                give(response, answer.get());
                return;
            }
        }
        if (browser.isEmpty()) {
            response.addCookie(Cookies.make(request, SentFormDesk.COOKIE, newBrowser(), -1));
        }
        Optional<TypedForm> form = typed.isEmpty()
                ? Optional.empty()
                : browser.flatMap(known -> orEmpty(() -> forms.typed(known, account(), typed)));
        if (form.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            HeldAnswer held = new HeldAnswer(response);
            chain.doFilter(request, held);
            if (held.isPage()) {
                write(response, typedAgain.in(held.text(), form.get()));
            } else {
                held.give();
            }
        }
    }

    private static String newBrowser() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    private Optional<Answer> find(Sender sender, String id) {
        return orEmpty(() -> forms.answer(sender, id));
    }

    private void give(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        write(response, answer.page().replace(CSRF, caller.getCsrf()));
    }

    private static void write(HttpServletResponse response, String page) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Sender sender)
            throws IOException, ServletException {
        boolean secret = TypedForm.NEVER_KEPT.stream()
                .anyMatch(name -> !name.equals("csrf") && request.getParameter(name) != null);
        Optional<Sending> begun = secret
                ? Optional.of(new Sending(forms.newId(), true, Optional.empty()))
                : orEmpty(() -> Optional.of(forms.begin(sender, written(request))));
        if (begun.isEmpty()) {
            chain.doFilter(request, response);
        } else if (begun.get().first()) {
            work(request, response, chain, sender, begun.get().id());
        } else {
            go(response, begun.get().wentOn().orElseGet(() -> awaited(request, sender, begun.get())));
        }
    }

    /** The address of what the first press leads to, once it has. */
    private String awaited(HttpServletRequest request, Sender sender, Sending sending) {
        for (int waited = 0; waited < LONGEST_WAIT_MILLIS && forms.isBeingSent(sending.id()); ) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
            waited += LOOK_EVERY_MILLIS;
        }
        return forms.wentOn(sender, sending.id()).orElseGet(() -> address(request, sending.id()));
    }

    private static String written(HttpServletRequest request) {
        return new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + Arrays.toString(field.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private void work(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Sender sender, String id)
            throws IOException, ServletException {
        HeldAnswer held = new HeldAnswer(response);
        boolean kept = false;
        try {
            chain.doFilter(request, held);
            kept = keep(request, sender, id, held);
        } finally {
            if (!kept) {
                orEmpty(() -> {
                    forms.forget(id);
                    return Optional.empty();
                });
            }
        }
        if (kept && !held.isRedirect()) {
            response.resetBuffer();
            go(response, address(request, id));
        } else {
            held.give();
        }
    }

    private boolean keep(HttpServletRequest request, Sender sender, String id, HeldAnswer held) {
        String location = held.getHeader("Location");
        if (held.isRedirect() && location != null) {
            return orEmpty(() -> {
                        forms.wentOn(sender, id, location);
                        return Optional.of(true);
                    })
                    .isPresent();
        }
        if (!held.isPage() || held.getStatus() >= 429) {
            return false;
        }
        String csrf = caller.getCsrf();
        String page = csrf.isEmpty() ? held.text() : held.text().replace(csrf, CSRF);
        boolean once = request.getAttribute(ONCE) != null;
        return orEmpty(() -> Optional.of(forms.answered(sender, id, new Answer(held.getStatus(), page), once)))
                .orElse(false);
    }

    private static String address(HttpServletRequest request, String id) {
        String rest = rest(request);
        return PrivatePaths.pathOf(request).replaceFirst("^/+", "/") + rest + (rest.isEmpty() ? "?" : "&") + SENT + "="
                + id;
    }

    /** The query of the address but what names a kept answer, or what was typed. */
    private static String rest(HttpServletRequest request) {
        String rest = Arrays.stream(Typed.text(request.getQueryString()).split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(SENT + "=") && !part.startsWith(TYPED + "="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? "" : "?" + rest;
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", path);
    }

    /** A form is worth more than its redirect: without the database it is answered as it comes. */
    private static <T> Optional<T> orEmpty(java.util.function.Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            if (DatabaseTrouble.of(failure) == DatabaseTrouble.NONE) {
                throw failure;
            }
            LOG.log(Level.FINE, "A sent form was not kept: {0}", failure.toString());
            return Optional.empty();
        }
    }
}
