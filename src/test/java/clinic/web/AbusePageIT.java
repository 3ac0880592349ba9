package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinic that is no demonstration and lets one write a minute through from each address; without a browser. */
@BesideTheOthers
class AbusePageIT {
    private static RunningClinic clinic;
    private static ClinicApi api;

    @BeforeAll
    static void start() {
        clinic = RunningClinic.start(Map.of("CLINIC_RATE_LIMIT", "1", "CLINIC_TRUSTED_PROXY", "127.0.0.0/8,::1"));
        api = ClinicApi.of(clinic);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    private static Answer post(String page, String visitor, Map<String, String> fields) {
        return post(page, visitor, "http", fields);
    }

    private static Answer post(String page, String visitor, String scheme, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "jakarta.faces.ViewState=stateless&", ""));
        return api.send(
                "POST",
                page,
                body,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html",
                "X-Forwarded-For",
                visitor,
                "X-Forwarded-Proto",
                scheme);
    }

    private static Answer callMe(String visitor, String website) {
        return post(
                "/call",
                visitor,
                Map.of(
                        "call", "call",
                        "send", "send",
                        "name", "Zoë O'Neill",
                        "phone", "818-555-0142",
                        "note", "mornings",
                        "website", website));
    }

    private static void keepsWhatWasTyped(Answer answer) {
        assertThat(answer.body()).contains("value=\"Zoë O'Neill\"", "value=\"818-555-0142\"", "mornings");
    }

    @Test
    void refusesAFormWhoseHiddenFieldIsFilledInAndKeepsTheRest() {
        Answer trapped = callMe("198.51.100.1", "https://spam.example");
        assertThat(trapped.status()).isEqualTo(422);
        assertThat(trapped.body())
                .contains("A box that people never see was filled in")
                .doesNotContain("spam.example");
        keepsWhatWasTyped(trapped);
        Answer again = callMe("198.51.100.1", "");
        assertThat(again.status()).as("what was trapped is not counted").isEqualTo(200);
        assertThat(again.body()).contains("Thank you, Zoë");
    }

    @Test
    void refusesTheSecondWriteOfAMinuteAndKeepsWhatWasTyped() {
        assertThat(callMe("198.51.100.2", "").status()).isEqualTo(200);
        Answer refused = callMe("198.51.100.2", "");
        tooMuch(refused);
        keepsWhatWasTyped(refused);
        assertThat(callMe("198.51.100.3", "").status())
                .as("another address is not concerned")
                .isEqualTo(200);
    }

    @Test
    void keepsDetailsAndTimeWhenTheBookingItselfIsOneTooMany() {
        String start = nextFree();
        String hold = api.hold(LocalDateTime.parse(start), "X-Forwarded-For", "198.51.100.4")
                .text("hold");
        Answer refused = post(
                "/details?hold=" + hold,
                "198.51.100.4",
                Map.ofEntries(
                        Map.entry("details", "details"),
                        Map.entry("hold", hold),
                        Map.entry("start", start),
                        Map.entry("reviewing", "true"),
                        Map.entry("whom", "me"),
                        Map.entry("firstName", "Zoë"),
                        Map.entry("lastName", "O'Neill"),
                        Map.entry("email", "zoe@example.org"),
                        Map.entry("phone", "818-555-0142"),
                        Map.entry("adult", "yes"),
                        Map.entry("emailConsent", "on"),
                        Map.entry("privacyRead", "on"),
                        Map.entry("confirm", "confirm")));
        tooMuch(refused);
        assertThat(refused.body())
                .contains("value=\"Zoë\"", "value=\"O'Neill\"", "value=\"zoe@example.org\"", "value=\"" + hold + "\"");
    }

    @ParameterizedTest
    @CsvSource({"https, 198.51.100.6, true", "http, 198.51.100.7, false"})
    void marksItsCookiesAsTheProxyWasReached(String scheme, String visitor, boolean secure) {
        Answer held = post("/book", visitor, scheme, Map.of("choose", "choose", "start", nextFree()));
        assertThat(held.header("Location")).contains("/details?hold=");
        assertThat(held.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") == secure);
    }

    /** Not the very next, which may be too soon by the time it is asked for. */
    private static String nextFree() {
        return api.get("/api/v1/consultations/slots?days=14")
                .starts("slots")
                .get(1)
                .substring(0, 16);
    }

    private static void tooMuch(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertThat(answer.body()).contains("That was a lot of requests in a short time. Nothing was lost");
    }

    @Test
    void hasNoMailboxOutsideOfADemonstration() throws IOException {
        String letter = someLetter();
        for (String path : List.of("", "/" + letter, "/part/" + letter + "/html", "/part/" + letter + "/ics")) {
            Answer answer = api.get("/mailbox" + path, "Accept", "text/html");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("ana@example.org", "BEGIN:VCALENDAR");
        }
        assertThat(api.get("/", "Accept", "text/html").body()).doesNotContain("/mailbox");
    }

    /** One that was kept, so that there is something to be hidden. */
    private static String someLetter() throws IOException {
        String body = ClinicApi.booking(LocalDateTime.parse(nextFree())).toString();
        assertThat(api.book(body, "X-Forwarded-For", "198.51.100.5").status()).isEqualTo(201);
        Path mail = clinic.home().resolve("mail");
        await().atMost(Duration.ofSeconds(30)).until(() -> !names(mail).isEmpty());
        return names(mail).get(0).replace(".eml", "");
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .toList();
        }
    }
}
