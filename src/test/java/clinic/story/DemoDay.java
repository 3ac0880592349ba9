package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;

/** What somebody finds who tries the house out on a Monday at ten. */
final class DemoDay {
    static final String NOW = "2026-11-23T18:19:00Z";

    private DemoDay() {}

    static void hasSomethingToDoForEverybody(RunningClinic clinic) throws SQLException {
        ClinicApi api = ClinicApi.of(clinic);
        String[] desk = Staff.bearer(clinic, Role.FRONT_DESK);
        var today = api.get("/api/v1/appointments?from=2026-11-23", desk);
        assertThat(today.json().getJsonArray("items").stream()
                        .map(each -> each.asJsonObject().getString("status")))
                .contains("DONE", "IN_PROGRESS", "CHECKED_IN", "CONFIRMED", "BOOKED");
        var later = api.get("/api/v1/appointments?from=2026-11-23&to=2027-03-01", desk);
        assertThat(later.starts("items")).hasSizeGreaterThan(12).allMatch(start -> start.compareTo("2026-12-01") < 0);
        assertThat(later.body()).contains("PENDING_REVIEW");
        var series = api.get("/api/v1/series", desk).json().getJsonArray("items");
        assertThat(series.stream().map(each -> each.asJsonObject().getString("state")))
                .containsExactlyInAnyOrder("AT_CHECKPOINT", "PLANNED", "PLANNED", "DRAFT");
        await("the letter that reaches nobody").until(() -> !api.get("/api/v1/messages?state=UNDELIVERABLE", desk)
                .json()
                .getJsonArray("items")
                .isEmpty());
        assertThat(Stored.untruths(clinic)).isEmpty();
        assertThat(Stored.rows(clinic).get("call_request")).isEqualTo(2);
        startsWithANurseAndNow(clinic, new StaffApi(clinic));
    }

    /** What is booked for two begins at 10:19: not before a nurse has the patient, and then it is booked for 10:15. */
    private static void startsWithANurseAndNow(RunningClinic clinic, StaffApi staff) throws SQLException {
        JsonObject visit = staff.items("appointments?from=2026-11-23").stream()
                .filter(each ->
                        each.getJsonObject("patient").getString("lastName").equals("Feldman"))
                .findFirst()
                .orElseThrow();
        assertThat(visit.getString("start")).startsWith("2026-11-23T14:00");
        String path = "appointments/" + visit.getInt("id");
        String override = "{\"override\":{\"reason\":\"a test\"}}";
        staff.as(Role.NURSE, "POST", path + "/check-in", "");
        staff.as(Role.NURSE, "POST", path + "/prepare", "");
        Answer alone = staff.as(Role.PRESCRIBER, "POST", path + "/start", override);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.violations()).contains("gates NURSE_NOT_ASSIGNED", "gates CONSENT_MISSING");
        assertThat(staff.desk("GET", path, "").text("start")).startsWith("2026-11-23T14:00");
        Answer started = alone;
        for (String nurse : List.of("Nurse A", "Nurse B", "Nurse C")) {
            if (started.status() != 200) {
                staff.desk("PUT", path + "/nurse", "{\"nurse\":" + staff.resource(nurse) + "}");
                started = staff.as(Role.PRESCRIBER, "POST", path + "/start", override);
            }
        }
        assertThat(started.text("status")).as(started.body()).isEqualTo("IN_PROGRESS");
        assertThat(started.text("start")).startsWith("2026-11-23T10:15");
        assertThat(started.json().getInt("revision")).isEqualTo(1);
        assertThat(staff.desk("GET", "messages", "").body())
                .as("nobody writes to who stands there")
                .doesNotContain("\"MOVED\"");
        assertThat(Stored.untruths(clinic)).isEmpty();
    }
}
