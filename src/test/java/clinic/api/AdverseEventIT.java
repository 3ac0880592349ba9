package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An adverse event stops the infusion and leaves an incident report, both or neither. */
@ExtendWith(SharedClinic.class)
class AdverseEventIT {
    private static final String REPORT =
            "{\"happened\":\"Dizzy and pale.\",\"called\":\"Dr. Lee\",\"outcome\":\"RESOLVED\",\"stop\":true}";
    private final StaffApi staff;

    AdverseEventIT(RunningClinic clinic) {
        this.staff = new StaffApi(clinic);
    }

    @Test
    void stopsTheInfusionAndWritesTheReportOrNeither() {
        JsonObject series =
                staff.series(staff.patient("Adele", "Event"), "BOOST_MOOD", "R4", "16:30", List.of("2027-01-12"));
        int visit = StaffApi.visit(series, 1);
        assertThat(report(Role.NURSE, visit).code()).isEqualTo("ILLEGAL_TRANSITION");
        staff.treatUntil(visit, "prepare");
        assertThat(report(Role.NURSE, visit).code())
                .as("nothing runs that could be stopped")
                .isEqualTo("ILLEGAL_TRANSITION");
        assertThat(reports(visit)).as("and so nothing was written").isEmpty();

        staff.treatUntil(visit, "start");
        assertThat(report(Role.FRONT_DESK, visit).status()).isEqualTo(403);
        Answer event = report(Role.NURSE, visit);
        assertThat(event.status()).as(event.body()).isEqualTo(201);
        assertThat(event.json().getBoolean("stopped")).isTrue();

        JsonObject after =
                staff.as(Role.NURSE, "GET", "appointments/" + visit, "").json();
        assertThat(after.getString("status")).isEqualTo("RECOVERING");
        assertThat(after.getBoolean("partial")).isTrue();
        assertThat(reports(visit)).hasSize(1);
        assertThat(staff.as(Role.FRONT_DESK, "GET", "appointments/" + visit + "/adverse-events", "")
                        .status())
                .isEqualTo(403);
    }

    private Answer report(Role role, int visit) {
        return staff.as(role, "POST", "appointments/" + visit + "/adverse-events", REPORT);
    }

    private List<?> reports(int visit) {
        return staff.as(Role.NURSE, "GET", "appointments/" + visit + "/adverse-events", "")
                .json()
                .getJsonArray("items");
    }
}
