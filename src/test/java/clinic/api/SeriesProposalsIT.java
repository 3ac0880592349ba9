package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans asked for at the door for programs. What is booked of them is given back. */
@ExtendWith(SharedClinic.class)
class SeriesProposalsIT {
    private static final String WISHES = """
            , "earliest": "2027-01-04", "weekdays": ["MONDAY", "WEDNESDAY", "FRIDAY"], "between": ["09:00", "15:30"],
            "avoid": ["2027-01-06"], "preferredTime": "14:00"}""";

    private final RunningClinic clinic;
    private final ClinicApi api;

    SeriesProposalsIT(RunningClinic clinic, ClinicApi api) {
        this.clinic = clinic;
        this.api = api;
    }

    private String[] staff(String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(Staff.bearer(clinic, Role.FRONT_DESK)));
        all.addAll(Arrays.asList(headers));
        return all.toArray(new String[0]);
    }

    private int newPatient() {
        return api.send(
                        "POST",
                        "/api/v1/patients",
                        "{\"adult\": true, \"firstName\": \"Paula\", \"lastName\": \"Planned\", \"phone\": \"818-555-0177\","
                                + " \"email\": \"paula.planned@example.org\", \"language\": \"en\"}",
                        staff())
                .json()
                .getInt("id");
    }

    private Answer propose(String body, String... headers) {
        return api.send("POST", "/api/v1/series/proposals", body, staff(headers));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonValue::asJsonObject).toList();
    }

    private static OffsetDateTime start(JsonObject visit) {
        return OffsetDateTime.parse(visit.getString("start"));
    }

    @Test
    void proposesCompletePlansWithinEveryWish() {
        int patient = newPatient();
        Answer answer = propose("{\"patientId\": " + patient + ", \"protocol\": \"MOOD_6\"" + WISHES);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonObject> proposals = objects(answer.json().getJsonArray("proposals"));
        assertThat(proposals).hasSizeBetween(2, 5);
        assertThat(proposals)
                .extracting(proposal -> proposal.getJsonObject("cost").getInt("total"))
                .isSorted();
        for (JsonObject proposal : proposals) {
            List<JsonObject> visits = objects(proposal.getJsonArray("visits"));
            assertThat(visits).hasSize(6).allSatisfy(visit -> {
                assertThat(start(visit).getDayOfWeek()).isIn(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
                assertThat(start(visit).toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(14, 0));
                assertThat(start(visit).toLocalDate())
                        .isAfterOrEqualTo(LocalDate.of(2027, 1, 4))
                        .isNotEqualTo(LocalDate.of(2027, 1, 6))
                        .isNotEqualTo(LocalDate.of(2027, 1, 18));
                assertThat(visit.getJsonObject("resource").getString("name")).startsWith("R");
            });
            assertThat(visits)
                    .extracting(visit -> visit.getString("commitment"))
                    .containsExactly("FIRM", "FIRM", "TENTATIVE", "TENTATIVE", "TENTATIVE", "TENTATIVE");
            assertThat(proposal.getJsonArray("gaps")).hasSize(5);
        }
        assertThat(objects(proposals.get(0).getJsonArray("visits")))
                .extracting(visit -> start(visit).toLocalTime())
                .containsOnly(LocalTime.of(14, 0));
    }

    @Test
    void saysWhyInTheLanguageOfTheCaller() {
        String body = "{\"patientId\": " + newPatient() + ", \"protocol\": \"MOOD_6\"" + WISHES;

        assertThat(reasons(propose(body))).contains("Always at 2:00 PM, as wished.", "On Mondays, Fridays.");
        assertThat(reasons(propose(body, "Accept-Language", "es"))).contains("En lunes, viernes.");
    }

    private static List<String> reasons(Answer answer) {
        return answer.json().getJsonArray("proposals").getJsonObject(0).getJsonArray("reasons").stream()
                .map(reason -> ((JsonString) reason).getString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "MOOD_4, 2027-01-19",
        "PAIN_LOW_6, 2027-01-19",
        "PAIN_MID_3, 2027-01-19",
        "PAIN_5DAY, 2027-01-19",
        "CRPS_10DAY, 2027-01-04",
        "BOOST_MOOD, 2027-01-19"
    })
    void whatIsProposedCanBeBooked(String protocol, String earliest) {
        int patient = newPatient();
        JsonObject best = propose("{\"patientId\": " + patient + ", \"protocol\": \"" + protocol
                        + "\", \"earliest\": \"" + earliest + "\"}")
                .json()
                .getJsonArray("proposals")
                .getJsonObject(0);
        String visits = objects(best.getJsonArray("visits")).stream()
                .map(visit -> "{\"start\": \"" + visit.getString("start") + "\", \"resource\": "
                        + visit.getJsonObject("resource").getInt("id") + "}")
                .collect(Collectors.joining(",", "[", "]"));

        Answer booked = api.send(
                "POST",
                "/api/v1/series",
                "{\"patientId\": " + patient + ", \"protocol\": \"" + protocol + "\", \"visits\": " + visits + "}",
                staff());

        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        assertThat(booked.json().getJsonArray("gaps")).isEqualTo(best.getJsonArray("gaps"));
        giveBack(booked.json());
    }

    /** Other classes have their days where the planner found these. */
    private void giveBack(JsonObject series) {
        String decision = "{\"decision\":\"STOP\",\"reason\":\"a test\"}";
        Answer stopped = api.send(
                "POST",
                "/api/v1/series/" + series.getInt("id") + "/decisions",
                decision,
                Staff.bearer(clinic, Role.PRESCRIBER));
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
    }

    @Test
    void changesNothing() {
        String body = "{\"patientId\": " + newPatient() + ", \"protocol\": \"PAIN_MID_3\"}";
        String before = api.get("/api/v1/resources/2/days?days=30", staff()).body();

        assertThat(propose(body).body()).isEqualTo(propose(body).body());

        assertThat(api.get("/api/v1/resources/2/days?days=30", staff()).body()).isEqualTo(before);
    }

    @Test
    void startsAPainWeekOnAMondayWithoutAHoliday() {
        Answer answer = propose(
                "{\"patientId\": " + newPatient() + ", \"protocol\": \"PAIN_5DAY\", \"earliest\": \"2027-01-16\"}");

        assertThat(objects(answer.json().getJsonArray("proposals")))
                .extracting(proposal ->
                        start(proposal.getJsonArray("visits").getJsonObject(0)).toLocalDate())
                .isNotEmpty()
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY && day.isAfter(LocalDate.of(2027, 1, 18)));
    }

    @Test
    void namesWhatBlocksAndWhatAloneWouldHelp() {
        Answer answer = propose("{\"patientId\": " + newPatient()
                + ", \"protocol\": \"MOOD_6\", \"earliest\": \"2027-01-04\", \"weekdays\": [\"MONDAY\"]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NO_LEGAL_PLAN");
        assertThat(objects(answer.json().getJsonArray("relaxations")))
                .extracting(each -> each.getString("code") + " " + each.getString("value", ""))
                .contains("WEEKDAY THURSDAY", "WEEKDAY WEDNESDAY")
                .doesNotContain("WEEKDAY TUESDAY");
        JsonObject notWished = objects(answer.json().getJsonArray("blocked")).stream()
                .filter(each -> each.getString("code").equals("NOT_WISHED"))
                .findFirst()
                .orElseThrow();
        assertThat(notWished.getJsonArray("days").toString())
                .contains("2027-01-05")
                .doesNotContain("2027-01-04");
        assertThat(answer.json().getJsonArray("blocked").toString())
                .contains("CLOSED", "2027-01-18", "6 visits, 2 to 5 days apart and within 21 days");
    }

    @Test
    void namesEveryFieldAtFault() {
        assertThat(propose("{\"patientId\": 999999999, \"protocol\": \"NOPE\", \"earliest\": \"2026-01-01\"}")
                        .violations())
                .containsExactlyInAnyOrder(
                        "patientId UNKNOWN_PATIENT", "protocol UNKNOWN_PROTOCOL", "earliest IN_THE_PAST");
        Answer unreadable = propose("{\"protocol\": 7, \"weekdays\": [\"MONDAY\", \"someday\"], \"between\": [\"9\"],"
                + " \"avoid\": [\"tomorrow\"], \"preferredTime\": \"noon\", \"perhaps\": true}");
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.violations())
                .contains(
                        "patientId REQUIRED",
                        "protocol WRONG_TYPE",
                        "weekdays[1] UNKNOWN_CODE",
                        "between[0] INVALID_DATE",
                        "avoid[0] INVALID_DATE",
                        "preferredTime INVALID_DATE",
                        "perhaps UNKNOWN_FIELD");
    }
}
