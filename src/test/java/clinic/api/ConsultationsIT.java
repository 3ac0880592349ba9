package clinic.api;

import static clinic.testing.ClinicApi.booking;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.Inbox;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Stored;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call as the contract writes it. */
@ExtendWith(SharedClinic.class)
class ConsultationsIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private final ClinicApi api;
    private final RunningClinic clinic;

    ConsultationsIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private static LocalDateTime at(int hour, int minute) {
        return DAY.atTime(hour, minute);
    }

    private static String with(JsonObject booking, String pointer, JsonValue value) {
        return Json.createPatchBuilder()
                .add(pointer, value)
                .build()
                .apply(booking)
                .toString();
    }

    @Test
    void saysWhoAndWhereTheClinicIs() {
        JsonObject clinicSays = api.get("/api/v1/clinic").json();
        assertThat(clinicSays.keySet())
                .containsExactly("name", "phone", "address", "timeZone", "openingHours", "consultation");
        assertThat(clinicSays.getString("name")).isEqualTo("Sherman Oaks office");
        assertThat(clinicSays.getString("timeZone")).isEqualTo("America/Los_Angeles");
        assertThat(clinicSays.getJsonArray("openingHours")).hasSize(5);
        assertThat(clinicSays.getJsonArray("openingHours").get(0))
                .hasToString("{\"day\":\"MONDAY\",\"opens\":\"08:00\",\"closes\":\"19:00\"}");
        assertThat(clinicSays.get("consultation")).hasToString("{\"minutes\":30,\"price\":\"FREE\"}");
    }

    @Test
    void offersTheWholeDayFromOpeningToTheLastThatEndsAtClosing() {
        Answer answer = api.get("/api/v1/consultations/slots?days=1&from=2027-01-22");
        assertThat(answer.text("timeZone")).isEqualTo("America/Los_Angeles");
        assertThat(answer.starts("slots"))
                .hasSize(22)
                .startsWith("2027-01-22T08:00:00-08:00")
                .endsWith("2027-01-22T18:30:00-08:00");
        assertThat(answer.json().getJsonArray("slots").getJsonObject(21).getString("end"))
                .isEqualTo("2027-01-22T19:00:00-08:00");
    }

    @Test
    void offersTwoWeeksFromTodayWhenNotTold() {
        assertThat(api.get("/api/v1/consultations/slots").starts("slots"))
                .isNotEmpty()
                .allMatch(start -> start.compareTo("2026-11-23") > 0 && start.compareTo("2026-12-07") < 0)
                .anyMatch(start -> start.startsWith("2026-12-04"));
    }

    @Test
    void booksShowsMovesAndCancels() {
        Answer booked = api.book(at(9, 0));
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.json().keySet())
                .containsExactly("token", "status", "start", "end", "revision", "patient", "clinicalReview", "advice");
        String token = booked.text("token");
        assertThat(URI.create(booked.header("Location")).getPath()).isEqualTo("/api/v1/consultations/" + token);
        assertThat(booked.text("status")).isEqualTo("BOOKED");
        assertThat(booked.text("start")).isEqualTo("2027-01-04T09:00:00-08:00");
        assertThat(booked.text("end")).isEqualTo("2027-01-04T09:30:00-08:00");
        assertThat(booked.json().getInt("revision")).isZero();
        assertThat(booked.json().get("patient")).hasToString("{\"firstName\":\"Ana\"}");
        assertThat(api.visit(token).json()).isEqualTo(booked.json());
        assertThat(api.free(DAY)).doesNotContain("2027-01-04T09:00:00-08:00");

        Answer moved = api.move(token, at(10, 0));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("start")).isEqualTo("2027-01-04T10:00:00-08:00");
        assertThat(moved.json().getInt("revision")).isEqualTo(1);
        assertThat(api.free(DAY)).contains("2027-01-04T09:00:00-08:00").doesNotContain("2027-01-04T10:00:00-08:00");

        Answer cancelled = api.cancel(token, "{\"reason\":\"I am better.\"}");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(api.cancel(token, "").json()).isEqualTo(cancelled.json());
        assertThat(api.visit(token).json()).isEqualTo(cancelled.json());
        assertThat(api.free(DAY)).contains("2027-01-04T10:00:00-08:00");

        Answer tooLate = api.move(token, at(11, 0));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.code()).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void takesAnyOffset() {
        assertThat(api.book(with(booking(at(11, 0)), "/start", Json.createValue("2027-01-04T20:00:00+01:00")))
                        .text("start"))
                .isEqualTo("2027-01-04T11:00:00-08:00");
    }

    @Test
    void keepsARedFlagForReviewAndSaysWhatToDoNow() {
        String body = with(
                booking(at(11, 30)),
                "/intake",
                Json.createObjectBuilder()
                        .add("painSince", "2026-03-01")
                        .add("painNow", 7)
                        .add("symptoms", Json.createArrayBuilder().add("SHOOTING"))
                        .add(
                                "redFlags",
                                Json.createArrayBuilder()
                                        .add("RF_CAUDA")
                                        .add("RF_SUICIDE")
                                        .add("RF_CANCER"))
                        .add("note", "Mornings.\nPlease.")
                        .build());
        Answer answer = api.book(body, "Accept-Language", "es-MX,es;q=0.9");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("PENDING_REVIEW");
        assertThat(answer.json().getBoolean("clinicalReview")).isTrue();
        assertThat(answer.json().getJsonArray("advice"))
                .map(JsonValue::asJsonObject)
                .allSatisfy(advice -> assertThat(advice.keySet()).containsExactly("level", "text", "call"))
                .map(advice -> advice.getString("level") + " " + advice.getString("call"))
                .containsExactly("EMERGENCY 911", "EMERGENCY 988", "URGENT 818-217-8699");
        assertThat(answer.body()).contains("Llame al 911");
        assertThat(api.free(DAY)).doesNotContain("2027-01-04T11:30:00-08:00");
    }

    @Test
    void keepsWhoIsNotAdultForTheFrontDeskWithoutCallingItClinical() {
        Answer answer = api.book(with(booking(at(12, 0)), "/patient/adult", JsonValue.FALSE));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("PENDING_REVIEW");
        assertThat(answer.json().getBoolean("clinicalReview")).isFalse();
    }

    @Test
    void booksForSomebodyElseAndWithoutALanguage() {
        String body = with(
                booking(at(12, 30)),
                "/onBehalfOf",
                Json.createObjectBuilder()
                        .add("firstName", "Luz")
                        .add("lastName", "Ruiz")
                        .add("relation", "mother")
                        .build());
        body = body.replace("\"language\":\"en\",", "");
        assertThat(api.book(body, "Accept-Language", "es").status()).isEqualTo(201);
    }

    @Test
    void keepsNamesOfAnyScriptAsTheyWereTyped() throws SQLException {
        String name = "مريم 😀 O'Neill-Ñandú";
        Answer answer = api.book(with(booking(at(13, 0)), "/patient/firstName", Json.createValue(name)));
        assertThat(answer.json().getJsonObject("patient").getString("firstName"))
                .isEqualTo(name);
        assertThat(api.visit(answer.text("token")).body()).contains(name);
    }

    @Test
    void answersTheCalendarFileOfTheVisit() {
        String token = api.book(at(13, 30)).text("token");
        Answer file = api.get("/api/v1/consultations/" + token + "/calendar.ics");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/calendar");
        assertThat(file.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTART;TZID=America/Los_Angeles:20270104T133000")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    }

    /** Catches: an address or a number that is refused for what it was pasted with, or half of which is lost. */
    @Test
    void understandsWhatWasPastedAndOneNameAlone() throws SQLException {
        JsonObject patient = Json.createObjectBuilder()
                .add("firstName", "\u200BSuharto\u00A0")
                .add("email", "\uFEFFSuharto <mailto:suharto@example.org?subject=x>,")
                .add("phone", "818-555-0142 ext. 12")
                .add("emailConsent", false)
                .add("adult", true)
                .build();
        String body = with(booking(at(16, 0)), "/patient", patient);
        assertThat(api.book(body).status()).isEqualTo(201);
        try (Connection connection = clinic.database();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select first_name, last_name, phone, phone_extension from patient"
                                + " where email = 'suharto@example.org'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("Suharto");
            assertThat(row.getString(2)).isEmpty();
            assertThat(row.getString(3)).isEqualTo("+18185550142");
            assertThat(row.getString(4)).isEqualTo("12");
        }
        assertThat(new Inbox(clinic, "suharto@example.org").await(1).get(0).text())
                .contains("Hello Suharto,");
    }

    /** Catches: two appointments of one person on one day, and nobody says a word; or a stranger learns of the first one. */
    @Test
    void mentionsTheOtherAppointmentOfThatDayByEmailAlone() {
        JsonObject first = of("twice@example.org", "Inés Paredes", at(8, 0));
        String token = api.book(first.toString()).text("token");
        Answer second =
                api.book(of("Twice@example.org", "ines paredes", at(15, 0)).toString());
        Answer stranger =
                api.book(of("once@example.org", "Inés Paredes", at(17, 0)).toString());
        Answer relative =
                api.book(of("twice@example.org", "Marco Paredes", at(17, 30)).toString());
        assertThat(second.json().keySet()).isEqualTo(stranger.json().keySet());
        assertThat(second.body()).doesNotContain(token);
        List<Inbox.Mail> mails = new Inbox(clinic, "wice@example.org").await(3);
        assertThat(mails.stream().filter(mail -> mail.text().contains("You already have an appointment that day")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("8:00 AM to 8:30 AM", "/visit/" + token));
        assertThat(relative.status()).isEqualTo(201);
        assertThat(new Inbox(clinic, "once@example.org").await(1).get(0).text()).doesNotContain("already", token);
    }

    private static JsonObject of(String email, String name, LocalDateTime start) {
        String[] parts = name.split(" ");
        return Json.createPatchBuilder()
                .replace("/patient/email", email)
                .replace("/patient/firstName", parts[0])
                .replace("/patient/lastName", parts[1])
                .build()
                .apply(booking(start));
    }

    @Test
    void givesNoCalendarFileBeforeItIsConfirmed() {
        Answer kept = api.book(with(booking(at(18, 0)), "/patient/adult", JsonValue.FALSE));
        assertThat(kept.text("status")).isEqualTo("PENDING_REVIEW");
        Answer file = api.get("/api/v1/consultations/" + kept.text("token") + "/calendar.ics");
        assertThat(file.status()).isEqualTo(409);
        assertThat(file.code()).isEqualTo("NOT_CONFIRMED");
    }

    @Test
    void knowsNothingOfAWrongToken() {
        for (Answer answer : new Answer[] {
            api.visit("wrong"),
            api.move("wrong", at(14, 0)),
            api.cancel("wrong", ""),
            api.get("/api/v1/consultations/wrong/calendar.ics", "Accept", "text/calendar")
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("UNKNOWN");
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void letsNobodyOnTheWayKeepAnything() {
        Answer booked = api.book(at(14, 0));
        assertThat(booked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.visit(booked.text("token")).header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.visit(booked.text("token")).header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(api.visit("wrong").header("Cache-Control")).isEqualTo("no-store");
    }
}
