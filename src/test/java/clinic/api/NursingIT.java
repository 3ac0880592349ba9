package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.AtOnce;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The nurses of a day. December 24 and 31, all day, are this class's. */
@ExtendWith(SharedClinic.class)
class NursingIT {
    private final RunningClinic clinic;
    private final StaffApi staff;

    NursingIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    private int visit(String day, String time, String room) {
        int patient = staff.patient("Nursed", room);
        return StaffApi.visit(staff.series(patient, "BOOST_MOOD", room, time, List.of(day)), 1);
    }

    private Answer assign(int visit, String nurse) {
        return staff.desk("PUT", "appointments/" + visit + "/nurse", "{\"nurse\":" + staff.resource(nurse) + "}");
    }

    private List<String> day(String day) {
        return staff.desk("GET", "nursing?day=" + day, "").json().getJsonArray("visits").stream()
                .map(JsonValue::asJsonObject)
                .map(visit -> who(visit))
                .toList();
    }

    private static String who(JsonObject visit) {
        return (visit.getBoolean("decided") ? "" : "suggested ")
                + (visit.isNull("nurse")
                        ? "nobody"
                        : visit.getJsonObject("nurse").getString("name"))
                + (visit.isNull("next")
                        ? ""
                        : ", " + visit.getJsonObject("next").getString("name"));
    }

    @Test
    void everyVisitHasANurseAndNobodyTwoAtOnce() throws InterruptedException {
        List<Integer> visits = Stream.of("R1", "R2", "R3")
                .map(room -> visit("2026-12-24", "12:45", room))
                .toList();
        assertThat(day("2026-12-24"))
                .containsExactlyInAnyOrder("suggested Nurse A", "suggested Nurse B", "suggested Nurse C");
        assertThat(who(assign(visits.get(0), "Nurse B").json())).isEqualTo("Nurse B");
        Answer twice = assign(visits.get(1), "Nurse B");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo("NURSE_TWO_AT_ONCE");
        assertThat(twice.text("detail")).contains("Nurse B").endsWith("Possible: Nurse A, Nurse C.");
        assertThat(who(assign(visits.get(1), "Nurse A").json())).isEqualTo("Nurse A");
        assertThat(day("2026-12-24")).containsExactly("Nurse B", "Nurse A", "suggested Nurse C");

        for (int round = 0; round < 10; round++) {
            staff.desk("DELETE", "appointments/" + visits.get(0) + "/nurse", "");
            staff.desk("DELETE", "appointments/" + visits.get(2) + "/nurse", "");
            assertThat(AtOnce.doAll(Stream.of(visits.get(0), visits.get(2))
                            .<Callable<Integer>>map(
                                    visit -> () -> assign(visit, "Nurse C").status())
                            .toList()))
                    .extracting(AtOnce.Outcome::result)
                    .containsExactlyInAnyOrder(200, 409);
        }

        assertThat(staff.desk("PUT", "appointments/" + visits.get(1) + "/start", "{\"start\":\"2026-12-24T16:00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(day("2026-12-24").get(2))
                .as("Nurse A leaves at half past four")
                .startsWith("suggested Nurse ");
        assertThat(staff.desk("POST", "appointments/" + visits.get(1) + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(day("2026-12-24")).hasSize(2);
    }

    @Test
    void handsAVisitOverWhenAShiftEndsAndForgetsWhatIsOver() {
        int visit = visit("2026-12-31", "15:30", "R1");
        JsonObject taken = assign(visit, "Nurse A").json();
        assertThat(who(taken)).startsWith("Nurse A, Nurse ");
        assertThat(taken.getJsonObject("next").getString("from")).isEqualTo("2026-12-31T16:30:00-08:00");
        int morning = visit("2026-12-31", "08:30", "R1");
        Answer early = assign(morning, "Nurse C");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.code()).isEqualTo("NURSE_AWAY");
        assertThat(staff.desk("PUT", "appointments/" + visit + "/nurse", "{\"nurse\":" + staff.resource("R1") + "}")
                        .status())
                .isEqualTo(422);
        assertThat(day("2026-12-31")).hasSize(2);
        staff.treat(morning);
        assertThat(day("2026-12-31")).as("nobody is suggested for what is over").hasSize(1);
    }
}
