package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.ClinicWithLimits;
import clinic.testing.RunningClinic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinic that lets few writes a minute through from each address; without a browser. */
@BesideTheOthers
@ExtendWith(ClinicWithLimits.class)
class AbusePageIT {
    private final ClinicApi api;

    AbusePageIT(RunningClinic clinic) {
        this.api = ClinicApi.of(clinic);
    }

    /** All that the address has in a minute, but for so many. */
    private void write(String visitor, int left) {
        for (int each = left; each < ClinicWithLimits.WRITES; each++) {
            api.send("POST", "/api/v1/consultations", "{}", "X-Forwarded-For", visitor, "X-Forwarded-Proto", "http");
        }
    }

    private Answer post(String page, String visitor, Map<String, String> fields) {
        return post(page, visitor, "http", fields);
    }

    private Answer post(String page, String visitor, String scheme, Map<String, String> fields) {
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

    private Answer callMe(String visitor, String website) {
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
        write("198.51.100.101", 1);
        Answer trapped = callMe("198.51.100.101", "https://spam.example");
        assertThat(trapped.status()).isEqualTo(422);
        assertThat(trapped.body())
                .contains("A box that people never see was filled in")
                .doesNotContain("spam.example");
        keepsWhatWasTyped(trapped);
        Answer again = callMe("198.51.100.101", "");
        assertThat(again.status()).as("what was trapped is not counted").isEqualTo(200);
        assertThat(again.body()).contains("Thank you, Zoë");
    }

    @Test
    void refusesOneWriteTooManyInAMinuteAndKeepsWhatWasTyped() {
        write("198.51.100.102", 1);
        assertThat(callMe("198.51.100.102", "").status()).isEqualTo(200);
        Answer refused = callMe("198.51.100.102", "");
        tooMuch(refused);
        keepsWhatWasTyped(refused);
        assertThat(callMe("198.51.100.103", "").status())
                .as("another address is not concerned")
                .isEqualTo(200);
    }

    @Test
    void keepsDetailsAndTimeWhenTheBookingItselfIsOneTooMany() {
        String start = api.nextFree().toString();
        write("198.51.100.104", 1);
        String hold = api.hold(LocalDateTime.parse(start), "X-Forwarded-For", "198.51.100.104")
                .text("hold");
        Answer refused = post(
                "/details?hold=" + hold,
                "198.51.100.104",
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
    @CsvSource({"https, 198.51.100.106, true", "http, 198.51.100.107, false"})
    void marksItsCookiesAsTheProxyWasReached(String scheme, String visitor, boolean secure) {
        Answer held = post(
                "/book",
                visitor,
                scheme,
                Map.of("choose", "choose", "start", api.nextFree().toString()));
        assertThat(held.header("Location")).contains("/details?hold=");
        assertThat(held.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") == secure);
    }

    private static void tooMuch(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertThat(answer.body()).contains("That was a lot of requests in a short time. Nothing was lost");
    }
}
