package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.Stored;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody finds who tries the house out on a Monday at ten. */
@BesideTheOthers
class DemoDayIT {
    @Test
    void hasSomethingToDoForEverybody() throws Exception {
        try (RunningClinic clinic = RunningClinic.start(
                Map.of("CLINIC_DEMO", "true", "CLINIC_NOW", "2026-11-23T18:04:00Z", "CLINIC_RATE_LIMIT", "0"))) {
            ClinicApi api = ClinicApi.of(clinic);
            String[] desk = Staff.bearer(clinic, Role.FRONT_DESK);
            var today = api.get("/api/v1/appointments?from=2026-11-23", desk);
            assertThat(today.json().getJsonArray("items").stream()
                            .map(each -> each.asJsonObject().getString("status")))
                    .contains("DONE", "IN_PROGRESS", "CHECKED_IN", "CONFIRMED", "BOOKED");
            var later = api.get("/api/v1/appointments?from=2026-11-23&to=2027-03-01", desk);
            assertThat(later.starts("items"))
                    .hasSizeGreaterThan(12)
                    .allMatch(start -> start.compareTo("2026-12-01") < 0);
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
        }
    }
}
