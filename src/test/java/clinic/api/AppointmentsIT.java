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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs of staff: visits, patients, letters, resources. Each test has a day of its own. */
@ExtendWith(SharedClinic.class)
class AppointmentsIT {
    private static final String APPOINTMENTS = "/api/v1/appointments";
    private static final String PATIENTS = "/api/v1/patients";

    private final ClinicApi api;
    private final RunningClinic clinic;

    AppointmentsIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(as(Role.AUDITOR, "GET", "/api/v1/ledger/audit", "").json().getBoolean("consistent"))
                .isTrue();
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private Answer as(Role role, String method, String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of(headers), Stream.of(Staff.bearer(clinic, role)))
                .toArray(String[]::new);
        return api.send(method, path, body, all);
    }

    private Answer desk(String method, String path, String body, String... headers) {
        return as(Role.FRONT_DESK, method, path, body, headers);
    }

    private int patient(String name) {
        return desk(
                        "POST",
                        PATIENTS,
                        "{\"adult\":true,\"firstName\":\"" + name + "\",\"lastName\":\"Api\",\"email\":\"" + name
                                + "@example.org\"}")
                .json()
                .getInt("id");
    }

    private static String booking(int patient, String kind, String start) {
        return "{\"patientId\":" + patient + ",\"kind\":\"" + kind + "\",\"start\":\"" + start + "\"}";
    }

    @Test
    void booksMovesAndTakesAVisitToItsEnd() {
        int ana = patient("Ana");
        Answer booked = desk("POST", APPOINTMENTS, booking(ana, "EVALUATION", "2027-01-25T09:00:00-08:00"));
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("end")).isEqualTo("2027-01-25T09:45:00-08:00");
        String path = APPOINTMENTS + "/" + booked.json().getInt("id");
        assertThat(booked.header("Location")).endsWith(path);
        String seen = booked.header("ETag");

        Answer moved = desk("PUT", path + "/start", "{\"start\":\"2027-01-25T09:15\"}", "If-Match", seen);
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().getInt("revision")).isEqualTo(1);
        Answer stale = desk("PUT", path + "/start", "{\"start\":\"2027-01-25T10:15\"}", "If-Match", seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(desk("POST", path + "/confirm", "", "If-Match", seen).status())
                .isEqualTo(412);

        Answer one = desk("GET", path, "");
        assertThat(one.header("ETag")).isEqualTo(moved.header("ETag"));
        assertThat(one.json().getJsonArray("claims")).hasSize(2);
        assertThat(one.json().getJsonArray("edges").toString()).isEqualTo("[\"confirm\",\"check-in\",\"cancel\"]");

        assertThat(desk("POST", path + "/check-in", "{\"reason\":\"early\"}").text("status"))
                .isEqualTo("CHECKED_IN");
        Answer illegal = as(Role.NURSE, "POST", path + "/prepare", "");
        assertThat(illegal.status()).isEqualTo(409);
        assertThat(illegal.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(illegal.text("detail")).contains("checked in").contains("start");
        assertThat(as(Role.NURSE, "POST", path + "/start", "{}").text("status")).isEqualTo("IN_PROGRESS");
        assertThat(as(Role.NURSE, "POST", path + "/undo", "").text("status")).isEqualTo("CHECKED_IN");
        as(Role.NURSE, "POST", path + "/start", "");
        assertThat(as(Role.NURSE, "POST", path + "/complete", "").text("status"))
                .isEqualTo("DONE");
        assertThat(desk("POST", path + "/no-such-edge", "").status()).isEqualTo(404);
    }

    @Test
    void keepsWhoseWishACancellationWas() {
        Answer booked = desk("POST", APPOINTMENTS, booking(patient("Wish"), "REVIEW", "2027-01-25T14:00"));
        String path = APPOINTMENTS + "/" + booked.json().getInt("id");
        assertThat(booked.json().get("cancelledBy")).isEqualTo(JsonValue.NULL);
        assertThat(desk("POST", path + "/cancel", "{\"by\":\"WEATHER\"}").violations())
                .containsExactly("by UNKNOWN_CODE");
        assertThat(desk("POST", path + "/confirm", "{\"by\":\"CLINIC\"}").violations())
                .containsExactly("by UNKNOWN_FIELD");
        assertThat(desk("POST", path + "/cancel", "{\"by\":\"CLINIC\",\"reason\":\"flood\"}")
                        .text("cancelledBy"))
                .isEqualTo("CLINIC");
        desk("POST", path + "/undo", "");
        assertThat(desk("POST", path + "/cancel", "").text("cancelledBy")).isEqualTo("PATIENT");
    }

    @Test
    void namesEverythingThatSpeaksAgainstATime() {
        int ana = patient("Busy");
        desk("POST", APPOINTMENTS, booking(ana, "CONSULTATION", "2027-01-26T09:00"));
        Answer refused = desk("POST", APPOINTMENTS, booking(ana, "CONSULTATION", "2027-01-26T09:15"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactly("start NOT_ON_GRID", "start SLOT_TAKEN", "start SLOT_TAKEN", "start PATIENT_BUSY");
        assertThat(refused.body()).contains("C1 is taken by the visit from 9:00 AM to 9:30 AM.");
        assertThat(refused.starts("alternatives")).hasSize(5);
        Answer taken = desk("POST", APPOINTMENTS, booking(patient("Other"), "CONSULTATION", "2027-01-26T09:00"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("SLOT_TAKEN");
    }

    @Test
    void overridesByRoleAndWithAReason() {
        int ana = patient("Odd");
        String odd = booking(ana, "CONSULTATION", "2027-01-27T09:15").replaceFirst("}$", "");
        String override = odd + ",\"override\":{\"reason\":\"comes by train\"}}";
        assertThat(desk("POST", APPOINTMENTS, override).code()).isEqualTo("NOT_ALLOWED");
        assertThat(as(Role.NURSE, "POST", APPOINTMENTS, odd + ",\"override\":{}}")
                        .violations())
                .contains("override.reason REQUIRED");
        Answer booked = as(Role.NURSE, "POST", APPOINTMENTS, override);
        assertThat(booked.status()).isEqualTo(201);
        assertThat(as(Role.PRESCRIBER, "GET", APPOINTMENTS + "/" + booked.json().getInt("id") + "/history", "")
                        .body())
                .contains("\"by\":\"Noor Haddad\"")
                .contains("\"override\":{\"codes\":[\"NOT_ON_GRID\"],\"reason\":\"comes by train\"}");
    }

    @Test
    void refusesWhatItCannotReadAllAtOnce() {
        Answer answer = desk(
                "POST",
                APPOINTMENTS,
                "{\"kind\":\"INFUSION\",\"start\":\"soon\",\"resource\":\"C1\",\"colour\":1,"
                        + "\"override\":{\"why\":\"x\"}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations())
                .containsExactlyInAnyOrder(
                        "patientId REQUIRED",
                        "kind UNKNOWN_CODE",
                        "start INVALID_DATE",
                        "resource WRONG_TYPE",
                        "override.reason REQUIRED",
                        "override.why UNKNOWN_FIELD",
                        "colour UNKNOWN_FIELD");
        assertThat(desk("POST", APPOINTMENTS, booking(999_999_999, "REVIEW", "2027-01-27T11:00"))
                        .code())
                .isEqualTo("UNKNOWN_PATIENT");
        Answer nameless = desk(
                "POST",
                APPOINTMENTS,
                "{\"kind\":\"REVIEW\",\"start\":\"2027-01-27T11:00\",\"patient\":{\"email\":\"x\"}}");
        assertThat(nameless.violations())
                .containsExactly("patient.firstName REQUIRED", "patient.adult REQUIRED", "patient.email INVALID_EMAIL");
        Answer ageless = desk("POST", PATIENTS, "{\"firstName\":\"Nora\",\"lastName\":\"Ageless\"}");
        assertThat(ageless.violations()).containsExactly("adult REQUIRED");
        assertThat(ageless.body()).contains("Give the birth date, or say whether the patient is an adult.");
    }

    @Test
    void booksOnceForOneKey() {
        String body = "{\"kind\":\"REVIEW\",\"start\":\"2027-01-27T13:00\","
                + "\"patient\":{\"adult\":true,\"firstName\":\"Keyed\",\"lastName\":\"Once\"}}";
        Answer first = desk("POST", APPOINTMENTS, body, "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(201);
        Answer again = desk("POST", APPOINTMENTS, body, "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(desk("POST", APPOINTMENTS, body.replace("13:00", "14:00"), "Idempotency-Key", "k1")
                        .code())
                .isEqualTo("IDEMPOTENCY_MISMATCH");
        String person = "{\"adult\":true,\"firstName\":\"Keyed\",\"lastName\":\"Twice\"}";
        int id = desk("POST", PATIENTS, person, "Idempotency-Key", "k2").json().getInt("id");
        assertThat(desk("POST", PATIENTS, person, "Idempotency-Key", "k2")
                        .json()
                        .getInt("id"))
                .isEqualTo(id);
    }

    @Test
    void listsVisitsPageByPageInOrderOfTime() {
        for (int hour = 9; hour < 14; hour++) {
            desk("POST", APPOINTMENTS, booking(patient("Page" + hour), "REVIEW", "2027-01-28T%02d:00".formatted(hour)));
        }
        String days = APPOINTMENTS + "?from=2027-01-28&to=2027-01-28&status=BOOKED&limit=2";
        List<String> starts = new ArrayList<>();
        Answer page = desk("GET", days, "");
        starts.addAll(page.starts("items"));
        int pages = 1;
        while (page.json().get("next") != JsonValue.NULL && pages < 10) {
            page = desk("GET", days + "&cursor=" + page.text("next"), "");
            assertThat(page.json().getJsonArray("items").size()).isLessThanOrEqualTo(2);
            starts.addAll(page.starts("items"));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(starts).hasSize(5).isSorted().doesNotHaveDuplicates();
        assertThat(desk("GET", days + "&resource=999", "").starts("items")).isEmpty();
        assertThat(desk("GET", APPOINTMENTS + "?from=never&status=GONE&cursor=%25", "")
                        .violations())
                .containsExactly("from INVALID_DATE", "status UNKNOWN_CODE", "cursor WRONG_TYPE");
        assertThat(desk("GET", APPOINTMENTS + "?limit=201", "").status()).isEqualTo(422);
        Answer backwards = desk("GET", APPOINTMENTS + "?from=2026-12-02&to=2026-12-01", "");
        assertThat(backwards.violations()).containsExactly("to EMPTY_SPAN");
        assertThat(backwards.body()).contains("must not be before the first, Wednesday, December 2, 2026");
    }

    @Test
    void keepsTheFileOfPatients() {
        Answer made = desk(
                "POST",
                PATIENTS,
                "{\"firstName\":\"Filippa\",\"lastName\":\"Åkesson\",\"phone\":\"(818) 555-7501\","
                        + "\"birthDate\":\"1971-02-03\"}");
        assertThat(made.status()).isEqualTo(201);
        String path = PATIENTS + "/" + made.json().getInt("id");
        assertThat(made.header("Location")).endsWith(path);
        Answer twin = desk("POST", PATIENTS, "{\"adult\":true,\"firstName\":\"filippa\",\"lastName\":\"Akesson\"}");
        assertThat(ids(twin.json(), "duplicates")).containsExactly(made.json().getInt("id"));
        assertThat(ids(
                        desk("POST", PATIENTS + "/search", "{\"q\":\"akes 818-555-7501\"}")
                                .json(),
                        "items"))
                .containsExactly(made.json().getInt("id"));

        Answer changed = desk("PATCH", path, "{\"email\":\"filippa@example.org\"}", "If-Match", made.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("email")).isEqualTo("filippa@example.org");
        assertThat(changed.text("phone")).isEqualTo("+18185557501");
        assertThat(desk("PATCH", path, "{\"email\":\"\"}", "If-Match", made.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(desk("PATCH", path, "{\"birthDate\":\"2100-01-01\"}").violations())
                .containsExactly("birthDate IN_THE_FUTURE");
        assertThat(desk("POST", path + "/merge", "{\"gone\":" + twin.json().getInt("id") + "}")
                        .status())
                .isEqualTo(200);
        assertThat(desk("GET", PATIENTS + "/" + twin.json().getInt("id"), "")
                        .json()
                        .getInt("id"))
                .isEqualTo(made.json().getInt("id"));
    }

    private static List<Integer> ids(JsonObject json, String field) {
        return json.getJsonArray(field).stream()
                .map(each -> each.asJsonObject().getInt("id"))
                .toList();
    }

    @Test
    void showsHowFullAResourceIs() {
        Answer booked = desk("POST", APPOINTMENTS, booking(patient("Full"), "EVALUATION", "2027-01-29T09:00"));
        int room = booked.json().getJsonObject("room").getInt("id");
        JsonObject day = desk("GET", "/api/v1/resources/" + room + "/days?from=2027-01-29&days=1", "")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(day.getJsonArray("capacity")).hasSize(96);
        assertThat(day.getJsonArray("used").subList(35, 41).toString()).isEqualTo("[0, 1, 1, 1, 1, 0]");
        assertThat(desk("GET", "/api/v1/resources", "").json().getJsonArray("items"))
                .anySatisfy(each -> assertThat(each.asJsonObject().getInt("id")).isEqualTo(room));
        assertThat(desk("GET", "/api/v1/resources/" + room + "/days?days=63", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void showsLettersAndSendsThemAgain() {
        desk("POST", APPOINTMENTS, booking(patient("Letter"), "REVIEW", "2027-01-29T13:00"));
        Answer list = desk("GET", "/api/v1/messages?limit=1", "");
        assertThat(list.text("next")).isNotBlank();
        JsonObject newest = list.json().getJsonArray("items").getJsonObject(0);
        assertThat(newest.getString("recipient")).isEqualTo("Letter@example.org");
        String path = "/api/v1/messages/" + newest.getInt("id");
        assertThat(desk("GET", path, "").text("text")).contains("Letter").contains("/visit/...");
        assertThat(desk("POST", path + "/retry", "").status()).isEqualTo(200);
        assertThat(desk("GET", "/api/v1/messages?state=GONE", "").status()).isEqualTo(400);
    }

    @Test
    void answersTheFieldsItDescribes() {
        int ana = patient("Described");
        JsonObject schemas = api.get("/openapi", "Accept", "application/json")
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas");
        JsonObject visit = desk("POST", APPOINTMENTS, booking(ana, "REVIEW", "2027-01-29T15:00"))
                .json();
        JsonObject one =
                desk("GET", APPOINTMENTS + "/" + visit.getInt("id"), "").json();
        Set<String> described = new HashSet<>(
                schemas.getJsonObject("Appointment").getJsonObject("properties").keySet());
        assertThat(described.remove("series")).as("of infusions only").isTrue();
        assertThat(described).isEqualTo(one.keySet());
        assertThat(schemas.getJsonObject("Patient").getJsonObject("properties").keySet())
                .isEqualTo(desk("GET", PATIENTS + "/" + ana, "").json().keySet());
        int message = desk("GET", "/api/v1/messages?limit=1", "")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getInt("id");
        assertThat(schemas.getJsonObject("Message").getJsonObject("properties").keySet())
                .isEqualTo(desk("GET", "/api/v1/messages/" + message, "").json().keySet());
    }
}
