package clinic.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The clinic's REST door as a program uses it. */
public final class ClinicApi {
    private static final String CONSULTATIONS = "/api/v1/consultations";
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;

    private ClinicApi(URI base) {
        this.base = base;
    }

    public static ClinicApi of(RunningClinic clinic) {
        return new ClinicApi(clinic.baseUri());
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<String> response) {
        public String body() {
            return response.body();
        }

        public JsonObject json() {
            return Json.createReader(new StringReader(body())).readObject();
        }

        public String text(String field) {
            return json().getString(field);
        }

        public String code() {
            return text("code");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The media type, without its parameters. */
        public String contentType() {
            return header("Content-Type").replaceFirst(";.*", "");
        }

        /** Violations as {@code field CODE}. */
        public List<String> violations() {
            return array("violations").stream()
                    .map(JsonValue::asJsonObject)
                    .map(each -> each.getString("field") + " " + each.getString("code"))
                    .toList();
        }

        /** Starts of the times in a list. */
        public List<String> starts(String field) {
            return array(field).stream()
                    .map(each -> each.asJsonObject().getString("start"))
                    .toList();
        }

        private JsonArray array(String field) {
            JsonArray array = json().getJsonArray(field);
            return array == null ? JsonValue.EMPTY_JSON_ARRAY : array;
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (List.of(headers).stream().noneMatch("Content-Type"::equals) && !body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Contract.check(response.request().method(), response);
            return new Answer(response.statusCode(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Answer book(String body, String... headers) {
        return send("POST", CONSULTATIONS, body, headers);
    }

    public Answer book(LocalDateTime start) {
        return book(booking(start).toString());
    }

    public Answer visit(String token) {
        return get(CONSULTATIONS + "/" + token);
    }

    public Answer move(String token, LocalDateTime start) {
        return send("PUT", CONSULTATIONS + "/" + token + "/start", "{\"start\":\"" + start + "\"}");
    }

    public Answer cancel(String token, String body) {
        return send("POST", CONSULTATIONS + "/" + token + "/cancellation", body);
    }

    public Answer hold(LocalDateTime start, String... headers) {
        return send("POST", CONSULTATIONS + "/holds", "{\"start\":\"" + start + "\"}", headers);
    }

    public Answer hold(LocalDateTime start, String old) {
        return send("POST", CONSULTATIONS + "/holds", "{\"start\":\"" + start + "\",\"hold\":\"" + old + "\"}");
    }

    public Answer release(String hold) {
        return send("DELETE", CONSULTATIONS + "/holds/" + hold, "");
    }

    /** The starts that are free on a day. */
    public List<String> free(LocalDate day) {
        return get(CONSULTATIONS + "/slots?days=1&from=" + day).starts("slots");
    }

    /** A free time by the wall clock, and not the very next, which may be too soon by the time it is asked for. */
    public LocalDateTime nextFree() {
        return LocalDateTime.parse(
                get(CONSULTATIONS + "/slots?days=14").starts("slots").get(1).substring(0, 16));
    }

    public List<String> freeFor(String hold, LocalDate day) {
        return get(CONSULTATIONS + "/slots?days=1&from=" + day + "&hold=" + hold)
                .starts("slots");
    }

    /** Everything a booking needs, and nothing else. */
    public static JsonObject booking(LocalDateTime start) {
        return Json.createObjectBuilder()
                .add("start", start.toString())
                .add(
                        "patient",
                        Json.createObjectBuilder()
                                .add("firstName", "Ana")
                                .add("lastName", "Ruiz")
                                .add("email", "ana@example.org")
                                .add("phone", "818-555-0142")
                                .add("language", "en")
                                .add("emailConsent", true)
                                .add("adult", true))
                .build();
    }
}
