package clinic.testing;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The REST door as programs of those use it who work here; and what stories about series begin with. */
public record StaffApi(RunningClinic clinic) {

    /** With a token of that role; the path is what follows {@code /api/v1/}. */
    public Answer as(Role role, String method, String path, String body, String... headers) {
        return ClinicApi.of(clinic)
                .send(
                        method,
                        "/api/v1/" + path,
                        body,
                        Stream.concat(Stream.of(headers), Stream.of(Staff.bearer(clinic, role)))
                                .toArray(String[]::new));
    }

    public Answer desk(String method, String path, String body, String... headers) {
        return as(Role.FRONT_DESK, method, path, body, headers);
    }

    public List<JsonObject> items(String path) {
        return desk("GET", path, "").json().getJsonArray("items").getValuesAs(JsonValue::asJsonObject);
    }

    /** The number of a room, or of a nurse. */
    public int resource(String name) {
        return items("resources").stream()
                .filter(each -> each.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getInt("id");
    }

    /** A new record, with her first name as address. */
    public int patient(String first, String last) {
        return patient("{\"adult\":true,\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":\"%s@example.org\"}"
                .formatted(first, last, first));
    }

    public int patient(String form) {
        Answer made = desk("POST", "patients", form);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().getInt("id");
    }

    public void findEligible(int patient) {
        Answer decided = as(Role.PRESCRIBER, "POST", "patients/" + patient + "/eligibility", "{\"eligible\":true}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    /** What a booking of a series asks for: one room, one time of day. */
    public static String booking(int patient, String protocol, int room, String time, Collection<String> days) {
        return days.stream()
                .map(day -> "{\"start\":\"%sT%s\",\"resource\":%d}".formatted(day, time, room))
                .collect(Collectors.joining(
                        ",", "{\"patientId\":%d,\"protocol\":\"%s\",\"visits\":[".formatted(patient, protocol), "]}"));
    }

    public JsonObject series(int patient, String protocol, String room, String time, Collection<String> days) {
        return series(patient, protocol, resource(room), time, days);
    }

    public JsonObject series(int patient, String protocol, int room, String time, Collection<String> days) {
        Answer booked = desk("POST", "series", booking(patient, protocol, room, time, days));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return booked.json();
    }

    /** On these days in whatever room and at whatever one time of day is free on all of them. */
    public JsonObject series(int patient, String protocol, Collection<String> days) {
        for (String room : List.of("R4", "R3", "R2", "R1")) {
            int resource = resource(room);
            for (LocalTime time = LocalTime.of(8, 0); time.getHour() < 17; time = time.plusMinutes(15)) {
                Answer booked = desk("POST", "series", booking(patient, protocol, resource, time.toString(), days));
                if (booked.status() == 201) {
                    return booked.json();
                }
                assertThat(booked.status()).as(booked.body()).isEqualTo(409);
            }
        }
        throw new AssertionError("no room has one time on all of " + days);
    }

    /** The number of a visit of a series, the first of which is 1. */
    public static int visit(JsonObject series, int no) {
        return series.getJsonArray("visits").getJsonObject(no - 1).getInt("appointment");
    }

    /** The best plan there is from that day on, booked. */
    public JsonObject planned(int patient, String protocol, String earliest) {
        String asked = "{\"patientId\":%d,\"protocol\":\"%s\",".formatted(patient, protocol);
        JsonObject plan = desk("POST", "series/proposals", asked + "\"earliest\":\"" + earliest + "\"}")
                .json()
                .getJsonArray("proposals")
                .getJsonObject(0);
        String visits = plan.getJsonArray("visits").getValuesAs(JsonValue::asJsonObject).stream()
                .map(visit -> "{\"start\":\"%s\",\"resource\":%d}"
                        .formatted(
                                visit.getString("start"),
                                visit.getJsonObject("resource").getInt("id")))
                .collect(Collectors.joining(",", "\"visits\":[", "]}"));
        Answer booked = desk("POST", "series", asked + visits);
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return booked.json();
    }

    /** A visit of one infusion that was just booked for somebody new, at the first time from that day on. */
    public int infusion(String first, String last, String earliest) {
        return visit(planned(patient(first, last), "BOOST_MOOD", earliest), 1);
    }

    /** Takes a visit through all its steps on a prescriber's word, as if its day had come. */
    public void treat(int visit) {
        treatUntil(visit, "discharge");
    }

    /** Takes a visit through its steps up to that one on a prescriber's word; those it has taken already stay taken. */
    public void treatUntil(int visit, String last) {
        for (String edge : List.of("check-in", "prepare", "start", "recover", "discharge")) {
            if (edge.equals("start")) {
                Stored.begun(clinic, visit);
            } else {
                Answer stepped = as(
                        Role.PRESCRIBER,
                        "POST",
                        "appointments/" + visit + "/" + edge,
                        "{\"override\":{\"reason\":\"a test\"}}");
                assertThat(stepped.status() == 200
                                || !edge.equals(last) && stepped.code().equals("ILLEGAL_TRANSITION"))
                        .as(edge + stepped.body())
                        .isTrue();
            }
            if (edge.equals(last)) {
                return;
            }
        }
    }

    public Answer decide(JsonObject series, String decision) {
        return as(
                Role.PRESCRIBER,
                "POST",
                "series/" + series.getInt("id") + "/decisions",
                "{\"decision\":\"" + decision + "\",\"reason\":\"as agreed\"}");
    }
}
