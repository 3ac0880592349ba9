package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ClinicInBrowser;
import clinic.testing.OnPages;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms come from our own pages, or they are not read. */
@OnPages
@Tag("browser")
class ForgedPostPageIT {
    private static final String HOLD = "choose=choose&jakarta.faces.ViewState=stateless&start=2027-01-05T09:30";

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static HttpResponse<String> post(String header, String value) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(CLINIC.running().baseUri().resolve("/book"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "text/html")
                                .header(header, value)
                                .POST(HttpRequest.BodyPublishers.ofString(HOLD))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void refusesAPostFromAnotherSite() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("It seems to have come from another site");
        assertThat(post("Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void readsAPostOfItsOwn() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/details?hold=");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void neverTakesAReadForAPost() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/book?" + HOLD);
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    /** Catches: a link in a letter, opened by a scanner, that keeps a time. */
    @Test
    void changesNothingByReading() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/book?start=2027-01-05T10:00");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("hold");
    }

    @Test
    void switchesTheLanguageWithoutLeavingTheHouse() throws IOException, InterruptedException {
        assertThat(get("/book?day=2027-01-05&lang=es").headers().firstValue("Location"))
                .contains("/book?day=2027-01-05");
        assertThat(get("//elsewhere.example/?lang=es")
                        .headers()
                        .firstValue("Location")
                        .orElse("/"))
                .doesNotStartWith("//");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String base = CLINIC.running().baseUri().toString().replaceFirst("/$", "");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(java.net.URI.create(base + path))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
