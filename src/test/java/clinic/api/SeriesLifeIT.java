package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a series. December 21 to January 6, at one o'clock in room R1, is this class's. */
@ExtendWith(SharedClinic.class)
class SeriesLifeIT {
    private static final List<String> FOUR_DAYS = List.of("2026-12-21", "2026-12-23", "2026-12-28", "2026-12-30");

    private final ClinicApi api;
    private final RunningClinic clinic;

    SeriesLifeIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private Answer as(Role role, String method, String path, String body) {
        return api.send(method, "/api/v1/" + path, body, Staff.bearer(clinic, role));
    }

    private Answer prescriber(String path, String body) {
        return as(Role.PRESCRIBER, "POST", path, body);
    }

    private int patient(String name) {
        return as(
                        Role.FRONT_DESK,
                        "POST",
                        "patients",
                        "{\"firstName\":\"" + name + "\",\"lastName\":\"Life\",\"email\":\"" + name + "@example.org\"}")
                .json()
                .getInt("id");
    }

    private JsonObject series(int patient, String time) {
        int room = as(Role.FRONT_DESK, "GET", "resources", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(resource -> resource.getString("name").equals("R1"))
                .findFirst()
                .orElseThrow()
                .getInt("id");
        Answer booked = as(
                Role.FRONT_DESK,
                "POST",
                "series",
                FOUR_DAYS.stream()
                        .map(day -> "{\"start\":\"" + day + "T" + time + "\",\"resource\":" + room + "}")
                        .collect(Collectors.joining(
                                ",", "{\"patientId\":" + patient + ",\"protocol\":\"MOOD_4\",\"visits\":[", "]}")));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return booked.json();
    }

    private static int visit(JsonObject series, int no) {
        return series.getJsonArray("visits").getJsonObject(no - 1).getInt("appointment");
    }

    private static List<String> of(JsonObject series, String field) {
        return series.getJsonArray("visits").stream()
                .map(each -> each.asJsonObject().getString(field))
                .toList();
    }

    private JsonObject now(JsonObject series) {
        return as(Role.NURSE, "GET", "series/" + series.getInt("id"), "").json();
    }

    private void treat(int visit) {
        Stream.of("check-in", "prepare", "start", "recover", "discharge").forEach(edge -> assertThat(
                        prescriber("appointments/" + visit + "/" + edge, "{\"override\":{\"reason\":\"a test\"}}")
                                .status())
                .as(edge)
                .isEqualTo(200));
    }

    private Answer decide(JsonObject series, String decision) {
        return prescriber(
                "series/" + series.getInt("id") + "/decisions",
                "{\"decision\":\"" + decision + "\",\"reason\":\"as agreed\"}");
    }

    @Test
    void goesFromDraftToItsEnd() {
        int ana = patient("Ines");
        JsonObject series = series(ana, "08:15");
        assertThat(series.getString("state")).isEqualTo("DRAFT");
        Answer tooEarly = as(Role.NURSE, "POST", "appointments/" + visit(series, 1) + "/check-in", "{}");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.violations()).containsExactly("gates NOT_ELIGIBLE");
        assertThat(as(
                                Role.NURSE,
                                "POST",
                                "appointments/" + visit(series, 1) + "/check-in",
                                "{\"override\":{\"reason\":\"please\"}}")
                        .status())
                .isEqualTo(403);

        assertThat(prescriber("patients/" + ana + "/eligibility", "{\"eligible\":true}")
                        .text("validUntil"))
                .isEqualTo("2027-02-21");
        assertThat(now(series).getString("state")).isEqualTo("PLANNED");
        treat(visit(series, 1));
        assertThat(now(series).getString("state")).isEqualTo("ACTIVE");
        treat(visit(series, 2));
        assertThat(now(series).getString("state")).isEqualTo("AT_CHECKPOINT");
        assertThat(as(Role.NURSE, "POST", "appointments/" + visit(series, 3) + "/check-in", "{}")
                        .violations())
                .containsExactly("gates CHECKPOINT_OPEN");
        assertThat(of(now(series), "commitment")).containsExactly("FIRM", "FIRM", "TENTATIVE", "TENTATIVE");

        assertThat(decide(series, "CONTINUE").text("state")).isEqualTo("ACTIVE");
        assertThat(of(now(series), "commitment")).containsExactly("FIRM", "FIRM", "FIRM", "FIRM");
        treat(visit(series, 3));
        treat(visit(series, 4));
        Answer longer = decide(series, "EXTEND");
        assertThat(longer.status()).as(longer.body()).isEqualTo(200);
        assertThat(longer.text("state")).isEqualTo("ACTIVE");
        assertThat(of(longer.json(), "start")).hasSize(5).last().isEqualTo("2027-01-04T08:15:00-08:00");
        treat(visit(longer.json(), 5));
        JsonObject done = now(series);
        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getJsonArray("decisions").stream()
                        .map(each -> each.asJsonObject().getString("decision"))
                        .filter(each -> !each.startsWith("VISIT_")))
                .containsExactly("ELIGIBILITY", "CONTINUE", "EXTEND");
    }

    private List<String> gates(int visit, String edge) {
        Answer refused = as(Role.NURSE, "POST", "appointments/" + visit + "/" + edge, "{}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.violations();
    }

    private void check(Role role, int visit, String body) {
        Answer written = as(role, "POST", "appointments/" + visit + "/checks", body);
        assertThat(written.status()).as(written.body()).isEqualTo(201);
    }

    @Test
    void beginsOnceEverythingIsChecked() {
        JsonObject series = series(patient("Mona"), "10:30");
        prescriber("patients/" + series.getJsonObject("patient").getInt("id") + "/eligibility", "{\"eligible\":true}");
        int first = visit(series, 1);
        as(Role.FRONT_DESK, "POST", "appointments/" + first + "/check-in", "{}");
        as(Role.NURSE, "POST", "appointments/" + first + "/prepare", "{}");
        assertThat(gates(first, "start"))
                .containsExactly(
                        "gates CONSENT_MISSING",
                        "gates ESCORT_MISSING",
                        "gates FASTING_OPEN",
                        "gates VITALS_MISSING",
                        "gates WEIGHT_MISSING",
                        "gates ORDER_NOT_VERIFIED");
        Stream.of("CONSENT", "ESCORT", "FASTING")
                .forEach(kind -> check(Role.FRONT_DESK, first, "{\"check\":\"" + kind + "\"}"));
        assertThat(as(Role.FRONT_DESK, "POST", "appointments/" + first + "/checks", "{\"check\":\"WEIGHT\"}")
                        .status())
                .isEqualTo(403);
        check(Role.NURSE, first, "{\"check\":\"WEIGHT\",\"weight\":70000}");
        check(
                Role.NURSE,
                first,
                "{\"check\":\"VITALS\",\"systolic\":165,\"diastolic\":90,\"pulse\":70,\"saturation\":98}");
        assertThat(gates(first, "start")).containsExactly("gates VITALS_HOLD", "gates ORDER_NOT_VERIFIED");
        check(
                Role.NURSE,
                first,
                "{\"check\":\"VITALS\",\"systolic\":138,\"diastolic\":85,\"pulse\":70,\"saturation\":98}");
        assertThat(as(Role.NURSE, "POST", "appointments/" + first + "/checks", "{\"check\":\"ORDER\"}")
                        .status())
                .isEqualTo(403);
        check(Role.PRESCRIBER, first, "{\"check\":\"ORDER\"}");
        Answer nonsense =
                as(Role.NURSE, "POST", "appointments/" + first + "/checks", "{\"check\":\"WEIGHT\",\"weight\":7}");
        assertThat(nonsense.violations()).containsExactly("weight OUT_OF_RANGE");
        assertThat(as(Role.FRONT_DESK, "GET", "appointments/" + first + "/checks", "")
                        .body())
                .contains("ESCORT")
                .doesNotContain("systolic")
                .doesNotContain("70000");

        assertThat(as(Role.NURSE, "POST", "appointments/" + first + "/start", "{}")
                        .text("status"))
                .isEqualTo("IN_PROGRESS");
        as(Role.NURSE, "POST", "appointments/" + first + "/recover", "{}");
        assertThat(gates(first, "discharge"))
                .containsExactly(
                        "gates OBSERVATION_SHORT",
                        "gates VITALS_MISSING",
                        "gates CHECKLIST_OPEN",
                        "gates ESCORT_NOT_HERE");
    }

    @Test
    void givesUpWhatRemainsWhenItIsStopped() {
        JsonObject series = series(patient("Joan"), "17:00");
        prescriber("patients/" + series.getJsonObject("patient").getInt("id") + "/eligibility", "{\"eligible\":true}");
        treat(visit(series, 1));
        Answer early = decide(series, "CONTINUE");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(early.text("detail")).isEqualTo("The series is under way. Possible now: stop, pause.");

        assertThat(decide(series, "STOP").text("state")).isEqualTo("STOPPED");
        assertThat(of(now(series), "status")).containsExactly("DONE", "CANCELLED", "CANCELLED", "CANCELLED");
        assertThat(as(Role.NURSE, "GET", "appointments/" + visit(series, 2), "")
                        .json()
                        .getJsonArray("claims"))
                .isEmpty();
    }

    /** The day of a visit put into the past: this clinic's clock cannot be. */
    private void wasDue(int visit, String day) throws SQLException {
        try (Connection database = clinic.database();
                Statement writing = database.createStatement()) {
            writing.executeUpdate("update appointment set day = '" + day + "' where id = " + visit);
        }
    }

    @Test
    void goesOnOrBreaksWhenSomebodyDoesNotCome() throws SQLException {
        JsonObject series = series(patient("Nora"), "12:45");
        prescriber("patients/" + series.getJsonObject("patient").getInt("id") + "/eligibility", "{\"eligible\":true}");
        treat(visit(series, 1));
        assertThat(as(Role.FRONT_DESK, "POST", "appointments/" + visit(series, 4) + "/no-show", "{}")
                        .code())
                .isEqualTo("ILLEGAL_TRANSITION");
        wasDue(visit(series, 4), "2026-11-20");
        assertThat(as(Role.FRONT_DESK, "POST", "appointments/" + visit(series, 4) + "/no-show", "{}")
                        .text("status"))
                .isEqualTo("NO_SHOW");
        assertThat(now(series).getString("state")).isEqualTo("ACTIVE");
        wasDue(visit(series, 2), "2026-11-20");
        as(Role.FRONT_DESK, "POST", "appointments/" + visit(series, 2) + "/no-show", "{}");
        assertThat(now(series).getString("state")).isEqualTo("GAP_BREACH");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(nurse.get("/staff?day=2026-11-20").body()).contains("Nora Life", "No-show");
        assertThat(nurse.get("/staff/series/" + series.getInt("id")).body()).contains("Gap too long", "No-show");
    }

    @Test
    void breaksWhenACancelledVisitLeavesTooLongAGap() {
        JsonObject series = series(patient("Lena"), "15:00");
        as(Role.FRONT_DESK, "POST", "appointments/" + visit(series, 2) + "/cancel", "{}");
        assertThat(now(series).getString("state")).isEqualTo("GAP_BREACH");
        as(Role.FRONT_DESK, "POST", "appointments/" + visit(series, 2) + "/undo", "");
        assertThat(now(series).getString("state")).isEqualTo("DRAFT");
        as(Role.FRONT_DESK, "POST", "appointments/" + visit(series, 2) + "/cancel", "{}");
        assertThat(decide(series, "ACCEPT_GAP").text("state")).isEqualTo("DRAFT");
    }
}
