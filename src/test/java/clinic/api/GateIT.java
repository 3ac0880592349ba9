package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever gives a visit a time or brings one back is asked the same: undoing, merging, ages, a whole series. Times are
 * those the planner finds from the first of February.
 */
@ExtendWith(SharedClinic.class)
class GateIT {
    /** Which name and address stand is another question. */
    private static final String KEEP = "\"keep\":{\"firstName\":\"A\",\"email\":\"A\"}";

    private static final LocalDate EARLIEST = LocalDate.of(2027, 1, 11);

    private static final String SHARED_DAY = "2027-02-12";

    private final RunningClinic clinic;
    private final StaffApi staff;

    GateIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private int patient(String first) {
        return staff.patient(first, "Gate");
    }

    private Answer prescriber(String path, String body) {
        return staff.as(Role.PRESCRIBER, "POST", path, body);
    }

    private JsonObject plan(int patient, String protocol) {
        return plan(patient, protocol, EARLIEST);
    }

    private JsonObject plan(int patient, String protocol, LocalDate earliest) {
        Answer proposed = staff.desk(
                "POST",
                "series/proposals",
                "{\"patientId\":" + patient + ",\"protocol\":\"" + protocol + "\",\"earliest\":\"" + earliest + "\"}");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        return proposed.json().getJsonArray("proposals").getJsonObject(0);
    }

    private Answer book(int patient, String protocol, JsonObject plan) {
        JsonArrayBuilder visits = Json.createArrayBuilder();
        plan.getJsonArray("visits")
                .forEach(each -> visits.add(Json.createObjectBuilder()
                        .add("start", each.asJsonObject().getString("start"))
                        .add(
                                "resource",
                                each.asJsonObject().getJsonObject("resource").getInt("id"))));
        return staff.desk(
                "POST",
                "series",
                Json.createObjectBuilder()
                        .add("patientId", patient)
                        .add("protocol", protocol)
                        .add("visits", visits)
                        .build()
                        .toString());
    }

    private JsonObject series(int patient, String protocol) {
        return staff.planned(patient, protocol, EARLIEST.toString());
    }

    private String state(JsonObject series) {
        return staff.desk("GET", "series/" + series.getInt("id"), "").text("state");
    }

    private Answer step(int visit, String edge) {
        return staff.desk("POST", "appointments/" + visit + "/" + edge, "");
    }

    private Answer consult(int patient, LocalDateTime start) {
        return staff.desk(
                "POST",
                "appointments",
                "{\"patientId\":" + patient + ",\"kind\":\"CONSULTATION\",\"start\":\"" + start + "\"}");
    }

    @Test
    void bringsNobodyBackWhereThePatientIsBusyByNow() {
        int patient = patient("Tara");
        JsonObject plan;
        LocalDateTime infusion;
        Answer talk;
        LocalDate earliest = LocalDate.of(2027, 2, 15);
        do {
            plan = plan(patient, "BOOST_MOOD", earliest);
            infusion = OffsetDateTime.parse(
                            plan.getJsonArray("visits").getJsonObject(0).getString("start"))
                    .toLocalDateTime();
            talk = consult(patient, infusion.minusMinutes(infusion.getMinute() % 30));
            earliest = infusion.toLocalDate().plusDays(1);
        } while (talk.status() == 409);
        assertThat(talk.status()).as(talk.body()).isEqualTo(201);
        int visit = talk.json().getInt("id");
        assertThat(step(visit, "cancel").status()).isEqualTo(200);
        assertThat(book(patient, "BOOST_MOOD", plan).status()).isEqualTo(201);
        Answer back = step(visit, "undo");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.code()).isEqualTo("PATIENT_BUSY");
        assertThat(staff.desk("GET", "appointments/" + visit, "").text("status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void bringsASeriesBackWithItsOnlyVisitUnlessAnotherRunsByNow() {
        int patient = patient("Uma");
        JsonObject first = series(patient, "BOOST_MOOD");
        int visit = StaffApi.visit(first, 1);
        step(visit, "cancel");
        assertThat(state(first)).isEqualTo("CANCELLED");
        assertThat(step(visit, "undo").status()).isEqualTo(200);
        assertThat(state(first)).isEqualTo("DRAFT");
        step(visit, "cancel");
        JsonObject second = series(patient, "MOOD_4");
        Answer back = step(visit, "undo");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.violations()).contains("patientId SERIES_RUNNING");

        int last = StaffApi.visit(second, 4);
        step(last, "cancel");
        staff.decide(second, "STOP");
        Answer ended = step(last, "undo");
        assertThat(ended.status()).isEqualTo(422);
        assertThat(ended.violations()).containsExactly("start SERIES_ENDED");
    }

    private int born(String first, String birth) {
        return staff.patient("{\"firstName\":\"" + first + "\",\"lastName\":\"Gate\",\"email\":\"" + first
                + "@example.org\",\"birthDate\":\"" + birth + "\",\"adult\":true}");
    }

    @Test
    void treatsNoMinorWithoutADecisionWithAReason() {
        int child = born("Vito", "2015-03-01");
        assertThat(staff.desk("GET", "patients/" + child, "").json().getBoolean("adult"))
                .isFalse();
        Answer noReason = prescriber("patients/" + child + "/eligibility", "{\"eligible\":true}");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.violations()).contains("reason MINOR", "reason REQUIRED");
        Answer proposed =
                staff.desk("POST", "series/proposals", "{\"patientId\":" + child + ",\"protocol\":\"BOOST_MOOD\"}");
        assertThat(proposed.status()).isEqualTo(422);
        assertThat(proposed.violations()).containsExactly("patientId MINOR");
        Answer series = book(child, "BOOST_MOOD", plan(patient("Vera"), "BOOST_MOOD"));
        assertThat(series.status()).isEqualTo(422);
        assertThat(series.code()).isEqualTo("MINOR");
        assertThat(prescriber(
                                "patients/" + child + "/eligibility",
                                "{\"eligible\":true,\"reason\":\"Parents agree; severe.\"}")
                        .status())
                .isEqualTo(200);
        Answer decided = book(child, "BOOST_MOOD", plan(child, "BOOST_MOOD"));
        assertThat(decided.text("state")).as(decided.body()).isEqualTo("PLANNED");
        assertThat(consult(child, free()).text("status")).isEqualTo("PENDING_REVIEW");
    }

    @Test
    void looksAgainWhenTheDateOfBirthIsAnother() {
        int patient = patient("Wanda");
        staff.findEligible(patient);
        JsonObject series = series(patient, "BOOST_MOOD");
        assertThat(series.getString("state")).isEqualTo("PLANNED");
        Answer talk = consult(patient, free());
        assertThat(talk.text("status")).as(talk.body()).isEqualTo("BOOKED");

        assertThat(staff.desk("PATCH", "patients/" + patient, "{\"birthDate\":\"2012-05-05\"}")
                        .json()
                        .getBoolean("adult"))
                .isFalse();
        assertThat(state(series)).isEqualTo("DRAFT");
        assertThat(staff.desk("GET", "appointments/" + talk.json().getInt("id"), "")
                        .text("status"))
                .isEqualTo("PENDING_REVIEW");
        assertThat(prescriber(
                                "appointments/" + StaffApi.visit(series, 1) + "/check-in",
                                "{\"override\":{\"reason\":\"please\"}}")
                        .violations())
                .containsExactly("gates MINOR");
    }

    /** Of a week others fill as well. */
    private LocalDateTime free() {
        String start = ClinicApi.of(clinic)
                .get("/api/v1/consultations/slots?from=2027-02-15&days=5")
                .starts("slots")
                .get(0);
        return OffsetDateTime.parse(start).toLocalDateTime();
    }

    private Answer merge(int kept, int gone) {
        return staff.desk("POST", "patients/" + kept + "/merge", "{\"gone\":" + gone + "," + KEEP + "}");
    }

    @Test
    void keepsTwoRecordsApartThatBookingWouldNotHaveAsOne() {
        int one = patient("Xena");
        int other = patient("Xenia");
        JsonObject running = staff.series(one, "BOOST_MOOD", List.of(SHARED_DAY));
        staff.series(other, "BOOST_MOOD", List.of(SHARED_DAY));
        Answer both = merge(one, other);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.violations()).contains("gone SERIES_RUNNING", "gone ONE_A_DAY");
        assertThat(both.text("detail")).isNotBlank();

        int child = born("Xander", "2014-01-01");
        Answer minor = merge(one, child);
        assertThat(minor.status()).isEqualTo(422);
        assertThat(minor.violations()).containsExactly("gone MINOR");

        staff.findEligible(one);
        int refused = patient("Xoe");
        prescriber("patients/" + refused + "/eligibility", "{\"eligible\":false,\"reason\":\"Blood pressure.\"}");
        Answer contradiction = merge(one, refused);
        assertThat(contradiction.status()).isEqualTo(422);
        assertThat(contradiction.violations()).containsExactly("gone NOT_ELIGIBLE");
        assertThat(state(running)).isEqualTo("PLANNED");
    }

    @Test
    void keepsANoOfEitherRecord() {
        int one = patient("Yara");
        int other = patient("Yana");
        prescriber("patients/" + one + "/eligibility", "{\"eligible\":false,\"reason\":\"Blood pressure.\"}");
        staff.findEligible(other);
        assertThat(merge(one, other).status()).isEqualTo(200);
        assertThat(staff.desk("GET", "patients/" + one + "/eligibility", "")
                        .json()
                        .getBoolean("eligible"))
                .isFalse();
        Answer refused = book(one, "BOOST_MOOD", plan(one, "BOOST_MOOD"));
        assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
    }

    private int emails(JsonObject series) throws SQLException {
        try (var database = clinic.database();
                var asked = database.createStatement();
                var row = asked.executeQuery(
                        "select count(*) from outbox_mail where series_id = " + series.getInt("id"))) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void cancelsAWholeSeriesInOneStepAndTakesItBack() throws SQLException {
        JsonObject series = series(patient("Zora"), "MOOD_4");
        String path = "series/" + series.getInt("id");
        assertThat(emails(series)).isEqualTo(1);
        assertThat(staff.desk("POST", path + "/cancellation", "{\"reason\":\"\"}")
                        .violations())
                .containsExactly("reason REQUIRED");
        assertThat(staff.desk("POST", path + "/undo", "").status()).isEqualTo(409);

        Answer cancelled = staff.desk("POST", path + "/cancellation", "{\"reason\":\"booked by mistake\"}");
        assertThat(cancelled.text("state")).as(cancelled.body()).isEqualTo("CANCELLED");
        assertThat(cancelled.body()).doesNotContain("\"BOOKED\"");
        assertThat(emails(series)).isEqualTo(2);
        assertThat(prescriber(path + "/undo", "").status()).as("somebody else").isEqualTo(409);
        assertThat(step(StaffApi.visit(series, 2), "undo").status())
                .as("one of them")
                .isEqualTo(409);

        Answer back = staff.desk("POST", path + "/undo", "");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.text("state")).isEqualTo("DRAFT");
        assertThat(emails(series))
                .as("what is taken back at once is told nobody")
                .isEqualTo(2);
        assertThat(staff.desk("GET", "appointments/" + StaffApi.visit(series, 2), "")
                        .text("status"))
                .isEqualTo("BOOKED");
        assertThat(staff.desk("POST", path + "/undo", "").status()).isEqualTo(409);
    }

    @Test
    void takesNoCancellationBackOfWhichOneTimeIsGone() {
        int patient = patient("Zita");
        JsonObject series = series(patient, "MOOD_4");
        String path = "series/" + series.getInt("id");
        staff.desk("POST", path + "/cancellation", "{\"reason\":\"booked by mistake\"}");
        LocalDateTime third = OffsetDateTime.parse(
                        series.getJsonArray("visits").getJsonObject(2).getString("start"))
                .toLocalDateTime();
        Answer talk = consult(patient, third.minusMinutes(third.getMinute() % 30));
        assertThat(talk.status()).as(talk.body()).isEqualTo(201);
        Answer back = staff.desk("POST", path + "/undo", "");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.json().getJsonArray("conflicts").toString()).contains("\"visit\":3", "PATIENT_BUSY");
        assertThat(state(series)).isEqualTo("CANCELLED");
    }
}
