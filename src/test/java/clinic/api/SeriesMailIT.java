package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.Inbox;
import clinic.testing.Inbox.Mail;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a patient reads of her series. Four in the afternoon from January 19 to February 1, 2027, is this class's. */
@ExtendWith(SharedClinic.class)
class SeriesMailIT {
    private static final String[] SIX_DAYS = {"01-19", "01-21", "01-25", "01-27", "01-29", "02-01"};

    private final ClinicApi api;
    private final RunningClinic clinic;

    SeriesMailIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @Test
    void oneMailTellsOfAllVisitsAndPutsThemIntoACalendar() {
        JsonObject series = booked("Solange", "en", "MOOD_6", SIX_DAYS);
        Mail mail = inbox("Solange").await(1).get(0);
        assertThat(mail.subject()).isEqualTo("Your 6 appointments, beginning Tue, Jan 19 at 4:00 PM");
        assertThat(mail.text())
                .contains("1. Tuesday, January 19, 2027, 4:00 PM to 5:30 PM")
                .contains("6. Monday, February 1, 2027, 4:00 PM to 5:30 PM")
                .contains("To change one of them, please call us:");
        ICalendar calendar = mail.calendar();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getDateStart().getValue().toInstant().toString())
                .startsWith("2027-01-20T00:00:00Z")
                .hasSize(6);
        assertThat(kinds("Solange")).containsExactly("SERIES_PLANNED");

        Answer stopped = as(
                Role.PRESCRIBER,
                "POST",
                "series/" + series.getInt("id") + "/decisions",
                "{\"decision\":\"STOP\",\"reason\":\"she asked\"}");
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        List<Mail> mails = inbox("Solange").await(2);
        assertThat(mails.get(1).subject())
                .isEqualTo("Your appointments beginning Tue, Jan 19 at 4:00 PM are cancelled");
        assertThat(mails.get(1).text()).contains("- Monday, February 1, 2027, 4:00 PM to 5:30 PM");
        assertThat(mails.get(1).calendar().getEvents())
                .allSatisfy(entry -> {
                    assertThat(entry.getStatus().isCancelled()).isTrue();
                    assertThat(entry.getSequence().getValue()).isEqualTo(1);
                })
                .extracting(entry -> entry.getUid().getValue())
                .containsExactlyElementsOf(calendar.getEvents().stream()
                        .map(event -> event.getUid().getValue())
                        .toList());
        assertThat(kinds("Solange")).containsExactly("SERIES_CHANGED", "SERIES_PLANNED");
    }

    /** As of a single visit: what staff take back at once is told nobody; what has left is told anew. */
    @Test
    void tellsNobodyOfACancellationThatIsTakenBackAtOnce() {
        StaffApi staff = new StaffApi(clinic);
        int series = staff.series(
                        staff.patient("Undine", "Mail"),
                        "MOOD_4",
                        List.of("2027-01-05", "2027-01-08", "2027-01-12", "2027-01-15"))
                .getInt("id");
        inbox("Undine").await(1);
        cancelAndUndo(series, () -> {});
        assertThat(messages("Undine"))
                .extracting(mail -> mail.getString("kind") + " " + mail.getString("state"))
                .startsWith("SERIES_CHANGED SUPPRESSED")
                .endsWith("SERIES_PLANNED SENT")
                .hasSize(2);
        cancelAndUndo(series, () -> inbox("Undine").await(2));
        assertThat(inbox("Undine").await(3).get(2).subject()).startsWith("Your 4 appointments, beginning Tue, Jan 5");
    }

    private void cancelAndUndo(int series, Runnable between) {
        String path = "series/" + series;
        Answer cancelled = as(Role.FRONT_DESK, "POST", path + "/cancellation", "{\"reason\":\"she called\"}");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        between.run();
        Answer back = as(Role.FRONT_DESK, "POST", path + "/undo", "");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
    }

    @Test
    void aLetterAboutOneVisitLeadsToAPageThatOffersNothingSheCannotDo() {
        JsonObject series = booked("Blanca", "es", "BOOST_MOOD", "01-20");
        Mail mail = inbox("Blanca").await(1).get(0);
        assertThat(mail.subject()).startsWith("Su cita del miércoles 20 de enero, ");
        assertThat(mail.calendar().getMethod().getValue()).isEqualTo("REQUEST");
        String token = token(mail);
        assertThat(api.get("/visit/" + token, "Accept-Language", "en").body())
                .contains("To move or cancel this visit, please call us")
                .doesNotContain("/move\"", "/cancel\"");
        assertThat(api.get("/visit/" + token + "/move").status()).isEqualTo(303);

        int visit = series.getJsonArray("visits").getJsonObject(0).getInt("appointment");
        assertThat(as(Role.FRONT_DESK, "PUT", "appointments/" + visit + "/start", "{\"start\":\"2027-01-20T17:00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(newest("Blanca").getString("kind")).isEqualTo("MOVED");
        assertThat(newest("Blanca").getString("text"))
                .contains("Ver su cita:")
                .doesNotContain("Ver, cambiar o cancelar");
        assertThat(as(Role.FRONT_DESK, "POST", "appointments/" + visit + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(newest("Blanca").getString("text"))
                .contains("Para otra hora, llámenos")
                .doesNotContain("Elegir otra");
        assertThat(api.get("/visit/" + token, "Accept-Language", "en").body())
                .contains("For another time, please call us.")
                .doesNotContain("href=\"/book\" class=\"btn", "class=\"btn primary\" href=\"/book\"");
    }

    @Test
    void whoLostTheLettersGetsOneLinkOfASeriesAndNotSix() {
        booked("Lenuta", "en", "MOOD_6", SIX_DAYS);
        String asked = "link=link&email=Lenuta%40example.org&send=send&jakarta.faces.ViewState=stateless";
        assertThat(api.send("POST", "/link", asked, "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isLessThan(400);
        assertThat(inbox("Lenuta").await(2))
                .filteredOn(mail -> !mail.subject().startsWith("Your 6 appointments"))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.text()).contains("Tuesday, January 19, 2027", "See your appointment:"));
        assertThat(kinds("Lenuta")).containsExactly("LINK", "SERIES_PLANNED");
    }

    private JsonObject booked(String name, String language, String protocol, String... days) {
        String patient = "{\"adult\":true,\"firstName\":\"" + name + "\",\"lastName\":\"Mail\",\"email\":\"" + name
                + "@example.org\",\"language\":\"" + language + "\"}";
        int id = as(Role.FRONT_DESK, "POST", "patients", patient).json().getInt("id");
        Answer booked = as(
                Role.FRONT_DESK,
                "POST",
                "series",
                Arrays.stream(days)
                        .map(day -> "{\"start\":\"2027-" + day + "T16:00\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"patientId\":" + id + ",\"protocol\":\"" + protocol + "\",\"visits\":[",
                                "]}")));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return booked.json();
    }

    private Answer as(Role role, String method, String path, String body) {
        return api.send(method, "/api/v1/" + path, body, Staff.bearer(clinic, role));
    }

    private Inbox inbox(String name) {
        return new Inbox(clinic, name + "@example.org");
    }

    private List<JsonObject> messages(String name) {
        return as(Role.FRONT_DESK, "GET", "messages?limit=100", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(message -> message.getString("name").equals(name + " Mail"))
                .toList();
    }

    private List<String> kinds(String name) {
        return messages(name).stream().map(message -> message.getString("kind")).toList();
    }

    private JsonObject newest(String name) {
        return as(Role.FRONT_DESK, "GET", "messages/" + messages(name).get(0).getInt("id"), "")
                .json();
    }

    private static String token(Mail mail) {
        Matcher link = Pattern.compile("/visit/([A-Za-z0-9_-]{20,})").matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group(1);
    }
}
