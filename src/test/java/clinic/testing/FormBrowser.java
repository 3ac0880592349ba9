package clinic.testing;

import clinic.staff.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without a window: it keeps its cookies, and sends the forms of the pages it reads as browsers do. */
public final class FormBrowser {
    private final RunningClinic clinic;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A page that was read. */
    public record Page(int status, String address, Document document) {
        /** The only form that fits. */
        public Element form(String css) {
            List<Element> forms = document.select(css);
            if (forms.isEmpty()) {
                throw new AssertionError(
                        "no form " + css + " on " + address + " (" + status + "): " + document.title());
            }
            return forms.get(0);
        }
    }

    private FormBrowser(RunningClinic clinic) {
        this.clinic = clinic;
    }

    public static FormBrowser at(RunningClinic clinic) {
        return new FormBrowser(clinic);
    }

    /** The demo account of a role, signed in. */
    public static FormBrowser signedIn(RunningClinic clinic, Role role) {
        FormBrowser browser = at(clinic);
        HttpResponse<String> answer = browser.signIn("/staff/sign-in", role);
        if (!Staff.location(answer).equals("/staff")) {
            throw new AssertionError("could not sign in: " + answer.statusCode() + Staff.location(answer));
        }
        return browser;
    }

    /** Fills in the page of signing in at that address. */
    public HttpResponse<String> signIn(String address, Role role) {
        Page page = get(address);
        String[] login = Staff.login(clinic, role);
        return press(
                page,
                page.form("#signIn"),
                main(page, page.form("#signIn")),
                Map.of("user", login[0], "password", login[1]));
    }

    public Page get(String address) {
        HttpResponse<String> answer = send(request(address).GET());
        return new Page(answer.statusCode(), address, Jsoup.parse(answer.body()));
    }

    /** Reads an address, and whatever that leads to. */
    public Page follow(String address) {
        String next = address;
        for (int steps = 0; steps < 5; steps++) {
            HttpResponse<String> answer = send(request(next).GET());
            if (answer.statusCode() != 303) {
                return new Page(answer.statusCode(), next, Jsoup.parse(answer.body()));
            }
            next = Staff.location(answer);
        }
        throw new AssertionError("redirected without end from " + address);
    }

    /** All controls of a form, in the order of the page. */
    public static List<Element> controls(Page page, Element form) {
        return page.document().select("input, select, textarea, button").stream()
                .filter(control -> control.hasAttr("form")
                        ? control.attr("form").equals(form.id())
                        : form.equals(control.closest("form")))
                .toList();
    }

    /** Where pressing Enter in a field leads: to the first button of the form that sends it. */
    public static Optional<Element> main(Page page, Element form) {
        return controls(page, form).stream().filter(FormBrowser::isButton).findFirst();
    }

    private static boolean isButton(Element control) {
        String type = control.attr("type");
        return control.normalName().equals("button")
                ? type.isEmpty() || type.equals("submit")
                : control.normalName().equals("input") && (type.equals("submit") || type.equals("image"));
    }

    /** Fields in which Enter sends the form. */
    public static List<Element> lines(Page page, Element form) {
        List<String> others = List.of("hidden", "submit", "button", "image", "reset");
        return controls(page, form).stream()
                .filter(control -> control.normalName().equals("input") && !others.contains(control.attr("type")))
                .filter(control ->
                        !control.hasAttr("hidden") && !control.attr("name").equals("website"))
                .toList();
    }

    public HttpResponse<String> press(Page page, Element form, Optional<Element> button, Map<String, String> typed) {
        String path = page.address().replaceFirst("\\?.*", "");
        String action = form.attr("action").isEmpty() ? path : form.attr("action");
        List<String> fields = new ArrayList<>();
        for (Element control : controls(page, form)) {
            String name = control.attr("name");
            if (name.isEmpty() || isButton(control) || control.hasAttr("disabled")) {
                continue;
            }
            String type = control.attr("type");
            if (type.equals("checkbox") || type.equals("radio")) {
                boolean on =
                        typed.containsKey(name) ? control.val().equals(typed.get(name)) : control.hasAttr("checked");
                if (on) {
                    fields.add(pair(name, control.hasAttr("value") ? control.val() : "on"));
                }
            } else if (typed.containsKey(name) && !type.equals("hidden")) {
                fields.add(pair(name, typed.get(name)));
            } else if (control.normalName().equals("select")) {
                Element chosen = Optional.ofNullable(control.selectFirst("option[selected]"))
                        .orElse(control.selectFirst("option"));
                fields.add(pair(name, chosen == null ? "" : chosen.val()));
            } else {
                fields.add(pair(name, control.normalName().equals("textarea") ? control.wholeText() : control.val()));
            }
        }
        button.filter(pressed -> !pressed.attr("name").isEmpty())
                .ifPresent(pressed -> fields.add(pair(pressed.attr("name"), pressed.val())));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", clinic.baseUri().resolve(page.address()).toString())
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(clinic.baseUri().resolve(address)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** What the cookies say, for a message. */
    @Override
    public String toString() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .collect(Collectors.joining(", "));
    }

    /** Where a page is, as an address of this clinic. */
    public URI here(String address) {
        return clinic.baseUri().resolve(address);
    }
}
