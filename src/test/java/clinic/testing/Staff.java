package clinic.testing;

import clinic.staff.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who works here and has a browser without a window: she keeps her cookie, and sends back the hidden fields of
 * the page she reads.
 */
public final class Staff {
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private Optional<String> cookie = Optional.empty();
    private Optional<String> device = Optional.empty();

    private Staff(URI base) {
        this.base = base;
    }

    /** At the door, not signed in. */
    public static Staff at(RunningClinic clinic) {
        return new Staff(clinic.baseUri());
    }

    /** The demo account of a role, signed in. */
    public static Staff signedIn(RunningClinic clinic, Role role) {
        String[] login = login(clinic, role);
        Staff staff = at(clinic);
        HttpResponse<String> answer = staff.signIn(login[0], login[1]);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("could not sign in: " + answer.statusCode());
        }
        return staff;
    }

    /** Name and password of the demo account of a role. */
    static String[] login(RunningClinic clinic, Role role) {
        return said(clinic, "demo login: " + role + " ").split(" ");
    }

    public static String user(RunningClinic clinic, Role role) {
        return login(clinic, role)[0];
    }

    public static String password(RunningClinic clinic, Role role) {
        return login(clinic, role)[1];
    }

    /** The same browser at another node of the clinic: it shows the cookie it has. */
    public Staff goneTo(RunningClinic other) {
        Staff there = at(other);
        there.cookie = cookie;
        return there;
    }

    /** The headers of a program of that role. */
    public static String[] bearer(RunningClinic clinic, Role role) {
        return new String[] {"Authorization", "Bearer " + said(clinic, "demo token: " + role + " ")};
    }

    private static String said(RunningClinic clinic, String prefix) {
        return clinic.said()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .reduce((before, last) -> last)
                .orElseThrow()
                .substring(prefix.length());
    }

    public HttpResponse<String> signIn(String user, String password) {
        return fill("/staff/sign-in", "enter", Map.of("user", user, "password", password));
    }

    /** Reads the page and presses a button of it, with these fields filled in. */
    public HttpResponse<String> fill(String path, String button, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(get(path).body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        form.putAll(fields);
        form.put(button, button);
        return post(path, form);
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request.header("Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** The word of her session, as scripts read it from the head of a page. */
    public String csrf() {
        Matcher word = Pattern.compile("name=\"csrf\" (?:content|value)=\"([^\"]+)\"")
                .matcher(get("/staff/account").body());
        return word.find() ? word.group(1) : "";
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html, application/json");
        Stream.of(cookie, device)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other)
                .filter(any -> List.of(headers).stream().noneMatch("Cookie"::equals))
                .ifPresent(value -> request.header("Cookie", value));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream()
                    .map(set -> set.replaceFirst(";.*", ""))
                    .forEach(set -> {
                        if (set.startsWith("clinic-staff=")) {
                            cookie = Optional.of(set);
                        } else if (set.startsWith("clinic-device-")) {
                            device = Optional.of(set);
                        }
                    });
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Optional<String> cookie() {
        return cookie;
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
