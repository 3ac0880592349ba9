package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a series. December 21 to January 6, at one o'clock in room R1, is this class's. */
@ExtendWith(SharedClinic.class)
class SeriesLifeIT {
    private static final List<String> FOUR_DAYS = List.of("2026-12-21", "2026-12-23", "2026-12-28", "2026-12-30");

    private static final String OVERRIDE = "{\"override\":{\"reason\":\"please\"}}";

    private final RunningClinic clinic;
    private final StaffApi staff;

    SeriesLifeIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private Answer prescriber(String path, String body) {
        return staff.as(Role.PRESCRIBER, "POST", path, body);
    }

    private static List<String> of(JsonObject series, String field) {
        return series.getJsonArray("visits").stream()
                .map(each -> each.asJsonObject().getString(field))
                .toList();
    }

    private JsonObject now(JsonObject series) {
        return staff.as(Role.NURSE, "GET", "series/" + series.getInt("id"), "").json();
    }

    @Test
    void goesFromDraftToItsEnd() {
        int ana = staff.patient("Ines", "Life");
        JsonObject series = staff.series(ana, "MOOD_4", "R1", "08:15", FOUR_DAYS);
        assertThat(series.getString("state")).isEqualTo("DRAFT");
        Answer tooEarly = staff.as(Role.NURSE, "POST", "appointments/" + StaffApi.visit(series, 1) + "/check-in", "{}");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.violations()).containsExactly("gates NOT_ELIGIBLE");
        assertThat(staff.as(Role.NURSE, "POST", "appointments/" + StaffApi.visit(series, 1) + "/check-in", OVERRIDE)
                        .status())
                .isEqualTo(403);

        assertThat(prescriber("patients/" + ana + "/eligibility", "{\"eligible\":true}")
                        .text("validUntil"))
                .isEqualTo("2027-02-21");
        assertThat(now(series).getString("state")).isEqualTo("PLANNED");
        staff.treat(StaffApi.visit(series, 1));
        assertThat(now(series).getString("state")).isEqualTo("ACTIVE");
        staff.treat(StaffApi.visit(series, 2));
        assertThat(now(series).getString("state")).isEqualTo("AT_CHECKPOINT");
        assertThat(staff.as(Role.NURSE, "POST", "appointments/" + StaffApi.visit(series, 3) + "/check-in", "{}")
                        .violations())
                .containsExactly("gates CHECKPOINT_OPEN");
        assertThat(of(now(series), "commitment")).containsExactly("FIRM", "FIRM", "TENTATIVE", "TENTATIVE");

        assertThat(staff.decide(series, "CONTINUE").text("state")).isEqualTo("ACTIVE");
        assertThat(of(now(series), "commitment")).containsExactly("FIRM", "FIRM", "FIRM", "FIRM");
        staff.treat(StaffApi.visit(series, 3));
        staff.treat(StaffApi.visit(series, 4));
        Answer longer = staff.decide(series, "EXTEND");
        assertThat(longer.status()).as(longer.body()).isEqualTo(200);
        assertThat(longer.text("state")).isEqualTo("ACTIVE");
        assertThat(of(longer.json(), "start")).hasSize(5).last().isEqualTo("2027-01-04T08:15:00-08:00");
        staff.treat(StaffApi.visit(longer.json(), 5));
        JsonObject done = now(series);
        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getJsonArray("decisions").stream()
                        .map(each -> each.asJsonObject().getString("decision"))
                        .filter(each -> !each.startsWith("VISIT_")))
                .containsExactly("ELIGIBILITY", "CONTINUE", "EXTEND");
    }

    private List<String> gates(int visit, String edge) {
        Answer refused = staff.as(Role.NURSE, "POST", "appointments/" + visit + "/" + edge, "{}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.violations().stream()
                .filter(each -> !each.startsWith("start "))
                .toList();
    }

    private void check(Role role, int visit, String body) {
        Answer written = staff.as(role, "POST", "appointments/" + visit + "/checks", body);
        assertThat(written.status()).as(written.body()).isEqualTo(201);
    }

    @Test
    void beginsOnceEverythingIsChecked() {
        JsonObject series = staff.series(staff.patient("Mona", "Life"), "MOOD_4", "R1", "10:30", FOUR_DAYS);
        prescriber("patients/" + series.getJsonObject("patient").getInt("id") + "/eligibility", "{\"eligible\":true}");
        int first = StaffApi.visit(series, 1);
        staff.as(Role.FRONT_DESK, "POST", "appointments/" + first + "/check-in", "{}");
        staff.as(Role.NURSE, "POST", "appointments/" + first + "/prepare", "{}");
        assertThat(gates(first, "start"))
                .containsExactlyInAnyOrder(
                        "gates CONSENT_MISSING",
                        "gates ESCORT_MISSING",
                        "gates FASTING_OPEN",
                        "gates VITALS_MISSING",
                        "gates WEIGHT_MISSING",
                        "gates ORDER_NOT_VERIFIED",
                        "gates NURSE_NOT_ASSIGNED");
        Stream.of("CONSENT", "ESCORT", "FASTING")
                .forEach(kind -> check(Role.FRONT_DESK, first, "{\"check\":\"" + kind + "\"}"));
        assertThat(staff.as(Role.FRONT_DESK, "POST", "appointments/" + first + "/checks", "{\"check\":\"WEIGHT\"}")
                        .status())
                .isEqualTo(403);
        check(Role.NURSE, first, "{\"check\":\"WEIGHT\",\"weight\":70000}");
        check(
                Role.NURSE,
                first,
                "{\"check\":\"VITALS\",\"systolic\":165,\"diastolic\":90,\"pulse\":70,\"saturation\":98}");
        assertThat(gates(first, "start"))
                .containsExactlyInAnyOrder(
                        "systolic VITALS_OUT_OF_RANGE", "gates ORDER_NOT_VERIFIED", "gates NURSE_NOT_ASSIGNED");
        check(
                Role.NURSE,
                first,
                "{\"check\":\"VITALS\",\"systolic\":138,\"diastolic\":85,\"pulse\":70,\"saturation\":98}");
        assertThat(staff.as(Role.NURSE, "POST", "appointments/" + first + "/checks", "{\"check\":\"ORDER\"}")
                        .status())
                .isEqualTo(403);
        check(Role.PRESCRIBER, first, "{\"check\":\"ORDER\"}");
        Answer nonsense = staff.as(
                Role.NURSE, "POST", "appointments/" + first + "/checks", "{\"check\":\"WEIGHT\",\"weight\":7}");
        assertThat(nonsense.violations()).containsExactly("weight OUT_OF_RANGE");
        assertThat(staff.as(Role.FRONT_DESK, "GET", "appointments/" + first + "/checks", "")
                        .body())
                .contains("ESCORT")
                .doesNotContain("systolic")
                .doesNotContain("70000");

        assertThat(gates(first, "start")).containsExactly("gates NURSE_NOT_ASSIGNED");
        assertThat(staff.as(Role.PRESCRIBER, "POST", "appointments/" + first + "/start", OVERRIDE)
                        .violations())
                .as("four weeks before its day, and whatever a prescriber says")
                .contains("start OUTSIDE_HOURS", "gates NURSE_NOT_ASSIGNED");
        Stored.begun(clinic, first);
        staff.as(Role.NURSE, "POST", "appointments/" + first + "/recover", "{}");
        assertThat(gates(first, "discharge"))
                .containsExactly(
                        "gates OBSERVATION_SHORT",
                        "gates VITALS_MISSING",
                        "gates CHECKLIST_OPEN",
                        "gates ESCORT_NOT_HERE");
    }

    @Test
    void givesUpWhatRemainsWhenItIsStopped() {
        JsonObject series = staff.series(staff.patient("Joan", "Life"), "MOOD_4", "R1", "17:00", FOUR_DAYS);
        prescriber("patients/" + series.getJsonObject("patient").getInt("id") + "/eligibility", "{\"eligible\":true}");
        staff.treat(StaffApi.visit(series, 1));
        Answer early = staff.decide(series, "CONTINUE");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(early.text("detail")).isEqualTo("The series is under way. Possible now: stop, pause.");

        assertThat(staff.decide(series, "STOP").text("state")).isEqualTo("STOPPED");
        assertThat(of(now(series), "status")).containsExactly("DONE", "CANCELLED", "CANCELLED", "CANCELLED");
        assertThat(staff.as(Role.NURSE, "GET", "appointments/" + StaffApi.visit(series, 2), "")
                        .json()
                        .getJsonArray("claims"))
                .isEmpty();
    }

    /** As of a single visit: who asks for it late is late, whom the clinic cancels is not. */
    @Test
    void saysWhoseWishACancellationWasOnEveryVisit() {
        assertThat(cancelledSeries("{\"reason\":\"moves away\"}")).isEqualTo("PATIENT late");
        assertThat(cancelledSeries("{\"reason\":\"moves away\",\"by\":\"PATIENT\"}"))
                .isEqualTo("PATIENT late");
        assertThat(cancelledSeries("{\"reason\":\"booked by mistake\",\"by\":\"CLINIC\"}"))
                .isEqualTo("CLINIC");
    }

    private String cancelledSeries(String body) {
        JsonObject series = staff.planned(staff.patient("Wanda", "Life"), "BOOST_MOOD", "2026-11-24");
        Answer cancelled = staff.as(Role.FRONT_DESK, "POST", "series/" + series.getInt("id") + "/cancellation", body);
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        Answer another = staff.as(Role.NURSE, "POST", "series/" + series.getInt("id") + "/undo", "");
        assertThat(another.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(another.text("detail")).contains("by the person who canceled it", "The series is canceled.");
        JsonObject visit = staff.as(Role.NURSE, "GET", "appointments/" + StaffApi.visit(series, 1), "")
                .json();
        return visit.getString("cancelledBy") + (visit.getBoolean("lateCancel") ? " late" : "");
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
        JsonObject series = staff.series(staff.patient("Nora", "Life"), "MOOD_4", "R1", "12:45", FOUR_DAYS);
        prescriber("patients/" + series.getJsonObject("patient").getInt("id") + "/eligibility", "{\"eligible\":true}");
        staff.treat(StaffApi.visit(series, 1));
        assertThat(staff.as(Role.FRONT_DESK, "POST", "appointments/" + StaffApi.visit(series, 4) + "/no-show", "{}")
                        .code())
                .isEqualTo("ILLEGAL_TRANSITION");
        wasDue(StaffApi.visit(series, 4), "2026-11-20");
        assertThat(staff.as(Role.FRONT_DESK, "POST", "appointments/" + StaffApi.visit(series, 4) + "/no-show", "{}")
                        .text("status"))
                .isEqualTo("NO_SHOW");
        assertThat(now(series).getString("state")).isEqualTo("ACTIVE");
        wasDue(StaffApi.visit(series, 2), "2026-11-20");
        staff.as(Role.FRONT_DESK, "POST", "appointments/" + StaffApi.visit(series, 2) + "/no-show", "{}");
        assertThat(now(series).getString("state")).isEqualTo("GAP_BREACH");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(nurse.get("/staff?day=2026-11-20").body()).contains("Nora Life", "No-show");
        assertThat(nurse.get("/staff/series/" + series.getInt("id")).body()).contains("Gap too long", "No-show");
    }

    @Test
    void breaksWhenACancelledVisitLeavesTooLongAGap() {
        JsonObject series = staff.series(staff.patient("Lena", "Life"), "MOOD_4", "R1", "15:00", FOUR_DAYS);
        staff.as(Role.FRONT_DESK, "POST", "appointments/" + StaffApi.visit(series, 2) + "/cancel", "{}");
        assertThat(now(series).getString("state")).isEqualTo("GAP_BREACH");
        staff.as(Role.FRONT_DESK, "POST", "appointments/" + StaffApi.visit(series, 2) + "/undo", "");
        assertThat(now(series).getString("state")).isEqualTo("DRAFT");
        staff.as(Role.FRONT_DESK, "POST", "appointments/" + StaffApi.visit(series, 2) + "/cancel", "{}");
        assertThat(staff.decide(series, "ACCEPT_GAP").text("state")).isEqualTo("DRAFT");
    }
}
