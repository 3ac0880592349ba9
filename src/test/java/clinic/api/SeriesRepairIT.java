package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Series repaired. Rooms R2 and R3 from one to half past four, February 1 to 19, are this class's. */
@ExtendWith(SharedClinic.class)
class SeriesRepairIT {
    private static final List<String> SIX = List.of("01", "03", "05", "08", "10", "12");
    private static final List<String> FOUR = List.of("01", "04", "08", "11");

    private final RunningClinic clinic;
    private final StaffApi staff;

    SeriesRepairIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private JsonObject series(String name, String protocol, String room, String time, List<String> days) {
        return series(name, protocol, staff.resource(room), time, days);
    }

    private JsonObject series(String name, String protocol, int room, String time, List<String> days) {
        return staff.series(
                staff.patient(name, "Repair"),
                protocol,
                room,
                time,
                days.stream().map(day -> "2027-02-" + day).toList());
    }

    private static String path(JsonObject series) {
        return "series/" + series.getInt("id");
    }

    private JsonObject now(JsonObject series) {
        return staff.desk("GET", path(series), "").json();
    }

    private JsonObject repair(JsonObject series, String body) {
        Answer proposed = staff.desk("POST", path(series) + "/repair", body);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        return proposed.json();
    }

    private Answer apply(JsonObject series, JsonObject proposal) {
        return staff.desk("POST", path(series) + "/repair/" + proposal.getString("proposal"), "{}");
    }

    private static List<String> days(JsonArray visits) {
        return visits.getValuesAs(JsonObject.class).stream()
                .map(visit -> visit.getString("start").substring(8, 10))
                .toList();
    }

    @Test
    void shiftsWhatFollowsTheThirdOfSixAndDoesSoOnce() {
        JsonObject series = series("Mila", "MOOD_6", "R1", "11:00", SIX);

        JsonObject proposal = repair(series, "{\"missed\":3}");

        assertThat(proposal.keySet()).containsExactlyInAnyOrder("proposal", "before", "after", "moved");
        assertThat(proposal.getJsonArray("before")).isEqualTo(series.getJsonArray("visits"));
        assertThat(proposal.getJsonArray("moved").toString()).isEqualTo("[3,4,5,6]");
        assertThat(days(proposal.getJsonArray("after")))
                .startsWith("01", "03", "08")
                .doesNotHaveDuplicates();
        assertThat(now(series)).isEqualTo(series);

        Answer done = apply(series, proposal);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(days(done.json().getJsonArray("visits"))).isEqualTo(days(proposal.getJsonArray("after")));
        assertThat(done.json().getJsonArray("decisions").toString()).contains("\"REPAIR\"");
        assertThat(StaffApi.visit(done.json(), 3)).isEqualTo(StaffApi.visit(series, 3));
        assertThat(staff.desk("GET", "appointments/" + StaffApi.visit(series, 3), "")
                        .json()
                        .getInt("revision"))
                .isEqualTo(1);
        Answer again = apply(series, proposal);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("REPAIR_STALE");
        assertThat(days(now(series).getJsonArray("visits"))).isEqualTo(days(proposal.getJsonArray("after")));
    }

    @Test
    void makesACancelledVisitAnewAndAsksAgainWhenItsTimeIsTaken() {
        JsonObject series = series("Nora", "MOOD_4", "R3", "15:00", FOUR);
        staff.desk("POST", "appointments/" + StaffApi.visit(series, 2) + "/cancel", "{}");
        assertThat(now(series).getString("state")).isEqualTo("GAP_BREACH");

        JsonObject first = repair(series, "{\"missed\":2}");
        assertThat(first.getJsonArray("moved").toString()).isEqualTo("[2]");
        assertThat(days(first.getJsonArray("after"))).containsExactly("01", "05", "08", "11");
        JsonObject place = first.getJsonArray("after").getJsonObject(1);
        assertThat(place.getString("start")).endsWith("05T15:00:00-08:00");
        assertThat(place.keySet()).doesNotContain("appointment", "status");
        int taken = place.getJsonObject("resource").getInt("id");
        series("Olga", "MOOD_4", taken, "15:00", List.of("05", "08", "10", "12"));
        Answer late = apply(series, first);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().getJsonArray("conflicts").getJsonObject(0).getInt("visit"))
                .isEqualTo(2);

        Answer done = apply(series, repair(series, "{\"missed\":2}"));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.text("state")).isEqualTo("DRAFT");
        assertThat(StaffApi.visit(done.json(), 2)).isNotEqualTo(StaffApi.visit(series, 2));
        assertThat(done.json().getJsonArray("gaps").getValuesAs(Object::toString))
                .hasSize(3);
        assertThat(staff.desk("GET", "appointments/" + StaffApi.visit(series, 2), "")
                        .text("status"))
                .isEqualTo("CANCELLED");
        assertThat(staff.desk("POST", "appointments/" + StaffApi.visit(series, 2) + "/undo", "{}")
                        .code())
                .isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void leavesWhatIsConfirmedUnlessThePatientAgrees() {
        JsonObject series = series("Petra", "MOOD_6", "R3", "13:00", SIX);
        staff.desk("POST", "appointments/" + StaffApi.visit(series, 4) + "/confirm", "{}");
        JsonObject without = repair(series, "{\"missed\":3}");
        assertThat(days(without.getJsonArray("after"))).containsExactly("01", "03", "08", "10", "12");
        assertThat(repair(series, "{\"missed\":3,\"withConsent\":true}")
                        .getJsonArray("moved")
                        .toString())
                .isEqualTo("[3,4,5,6]");

        staff.desk("POST", "appointments/" + StaffApi.visit(series, 6) + "/cancel", "{}");
        Answer stale = apply(series, without);
        assertThat(stale.code()).isEqualTo("REPAIR_STALE");
        Answer done = apply(series, repair(series, "{\"missed\":3}"));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().getJsonArray("visits").getJsonObject(2).getString("status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void saysWhatCannotBe() {
        JsonObject series = series("Rosa", "MOOD_4", "R2", "15:00", FOUR);
        Answer sunday =
                staff.desk("POST", path(series) + "/repair", "{\"move\":{\"visit\":2,\"start\":\"2027-02-07T13:00\"}}");
        assertThat(sunday.status()).isEqualTo(422);
        assertThat(sunday.code()).isEqualTo("NO_LEGAL_PLAN");
        assertThat(sunday.json().getJsonArray("blocked")).isNotEmpty();
        assertThat(Stream.of("{}", "{\"missed\":5}", "{\"missed\":\"2\"}", "{\"move\":{\"visit\":2}}")
                        .map(body -> staff.desk("POST", path(series) + "/repair", body)
                                .violations()))
                .containsExactly(
                        List.of("missed REQUIRED"),
                        List.of("missed OUT_OF_RANGE"),
                        List.of("missed WRONG_TYPE"),
                        List.of("move.start REQUIRED"));
        JsonObject moved = repair(series, "{\"move\":{\"visit\":2,\"start\":\"2027-02-03T15:30:00-08:00\"}}");
        assertThat(moved.getJsonArray("moved").toString()).isEqualTo("[2]");
        assertThat(moved.getJsonArray("after").getJsonObject(1).getString("start"))
                .isEqualTo("2027-02-03T15:30:00-08:00");
        assertThat(staff.desk("POST", path(series) + "/repair/made-up", "").status())
                .isEqualTo(404);
    }
}
