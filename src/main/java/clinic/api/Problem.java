package clinic.api;

import clinic.platform.DatabaseTrouble;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An error as the contract writes it (RFC 9457).
 *
 * @param code stable, for programs; the words are for people
 * @param violations everything wrong with the request, one by one
 * @param alternatives free times near the one that was refused
 * @param retryAfter when asking again makes sense
 * @param more further lists a kind of problem has, by name
 * @param reference by which the log names the same failure
 */
record Problem(
        int status,
        String code,
        String title,
        String detail,
        JsonArray violations,
        JsonArray alternatives,
        Map<String, JsonArray> more,
        Optional<Duration> retryAfter,
        Optional<String> reference) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Duration DATABASE_MAY_BE_BACK = Duration.ofSeconds(5);

    /** The one failure people should simply try again after, unless nobody knows what was done. */
    static Problem of(DatabaseTrouble trouble, Locale locale) {
        return trouble == DatabaseTrouble.UNCERTAIN
                ? of(Fault.OUTCOME_UNKNOWN, locale)
                : of(Fault.UNAVAILABLE, locale).retryAfter(DATABASE_MAY_BE_BACK);
    }

    static Problem of(Fault fault, Locale locale) {
        return new Problem(
                fault.status(),
                fault.name(),
                ProblemTexts.title(fault.name(), locale),
                ProblemTexts.detail(fault, locale),
                JsonArray.EMPTY_JSON_ARRAY,
                JsonArray.EMPTY_JSON_ARRAY,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    Problem detail(String sentence) {
        return new Problem(status, code, title, sentence, violations, alternatives, more, retryAfter, reference);
    }

    Problem retryAfter(Duration pause) {
        return new Problem(status, code, title, detail, violations, alternatives, more, Optional.of(pause), reference);
    }

    Problem reference(String id) {
        return new Problem(status, code, title, detail, violations, alternatives, more, retryAfter, Optional.of(id));
    }

    Problem violations(JsonArray all) {
        return new Problem(status, code, title, detail, all, alternatives, more, retryAfter, reference);
    }

    /** The same with one more list. */
    Problem with(String name, JsonArray list) {
        Map<String, JsonArray> lists = new TreeMap<>(more);
        lists.put(name, list);
        return new Problem(status, code, title, detail, violations, alternatives, lists, retryAfter, reference);
    }

    /** A path that names the kind of problem for good. */
    String type() {
        return "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    JsonObject json() {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("type", type())
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("code", code);
        if (!violations.isEmpty()) {
            json.add("violations", violations);
        }
        if (!alternatives.isEmpty()) {
            json.add("alternatives", alternatives);
        }
        more.forEach(json::add);
        reference.ifPresent(id -> json.add("reference", id));
        return json.build();
    }

    /** Whole seconds, rounded up: coming back a moment early would be refused again. */
    Optional<String> retrySeconds() {
        return retryAfter.map(
                pause -> String.valueOf(Math.max(1, pause.plusMillis(999).toSeconds())));
    }

    Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(json().toString());
        retrySeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
