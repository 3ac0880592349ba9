package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.AtOnce;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
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
    private final ClinicApi api;
    private final RunningClinic clinic;

    NursingIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    private Answer desk(String method, String path, String body) {
        return api.send(method, "/api/v1/" + path, body, Staff.bearer(clinic, Role.FRONT_DESK));
    }

    private int resource(String name) {
        return desk("GET", "resources", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getInt("id");
    }

    private int visit(String start, String room) {
        int patient = desk("POST", "patients", "{\"firstName\":\"Nursed\",\"lastName\":\"" + room + "\"}")
                .json()
                .getInt("id");
        Answer booked = desk(
                "POST",
                "series",
                "{\"patientId\":%d,\"protocol\":\"BOOST_MOOD\",\"visits\":[{\"start\":\"%s\",\"resource\":%d}]}"
                        .formatted(patient, start, resource(room)));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return booked.json().getJsonArray("visits").getJsonObject(0).getInt("appointment");
    }

    private Answer assign(int visit, String nurse) {
        return desk("PUT", "appointments/" + visit + "/nurse", "{\"nurse\":" + resource(nurse) + "}");
    }

    private List<String> day(String day) {
        return desk("GET", "nursing?day=" + day, "").json().getJsonArray("visits").stream()
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
                .map(room -> visit("2026-12-24T12:45", room))
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
            desk("DELETE", "appointments/" + visits.get(0) + "/nurse", "");
            desk("DELETE", "appointments/" + visits.get(2) + "/nurse", "");
            assertThat(AtOnce.doAll(Stream.of(visits.get(0), visits.get(2))
                            .<Callable<Integer>>map(
                                    visit -> () -> assign(visit, "Nurse C").status())
                            .toList()))
                    .extracting(AtOnce.Outcome::result)
                    .containsExactlyInAnyOrder(200, 409);
        }

        assertThat(desk("PUT", "appointments/" + visits.get(1) + "/start", "{\"start\":\"2026-12-24T16:00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(day("2026-12-24").get(2))
                .as("Nurse A leaves at half past four")
                .startsWith("suggested Nurse ");
        assertThat(desk("POST", "appointments/" + visits.get(1) + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(day("2026-12-24")).hasSize(2);
    }

    @Test
    void handsAVisitOverWhenAShiftEndsAndForgetsWhatIsOver() {
        int visit = visit("2026-12-31T15:30", "R1");
        JsonObject taken = assign(visit, "Nurse A").json();
        assertThat(who(taken)).startsWith("Nurse A, Nurse ");
        assertThat(taken.getJsonObject("next").getString("from")).isEqualTo("2026-12-31T16:30:00-08:00");
        int morning = visit("2026-12-31T08:30", "R1");
        Answer early = assign(morning, "Nurse C");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.code()).isEqualTo("NURSE_AWAY");
        assertThat(desk("PUT", "appointments/" + visit + "/nurse", "{\"nurse\":" + resource("R1") + "}")
                        .status())
                .isEqualTo(422);
        assertThat(day("2026-12-31")).hasSize(2);
        Stream.of("check-in", "prepare", "start", "recover", "discharge").forEach(edge -> assertThat(api.send(
                                "POST",
                                "/api/v1/appointments/" + morning + "/" + edge,
                                "{\"override\":{\"reason\":\"a test\"}}",
                                Staff.bearer(clinic, Role.PRESCRIBER))
                        .status())
                .as(edge)
                .isEqualTo(200));
        assertThat(day("2026-12-31")).as("nobody is suggested for what is over").hasSize(1);
    }
}
