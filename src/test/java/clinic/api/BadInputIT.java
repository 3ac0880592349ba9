package clinic.api;

import static clinic.testing.ClinicApi.booking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Stored;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything a program could send by mistake or on purpose: each has its status and code, and nothing is stored. */
@ExtendWith(SharedClinic.class)
class BadInputIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 6);
    private static final JsonObject GOOD = booking(DAY.atTime(9, 0));
    private static final String LONG = "x".repeat(10_000);

    private final ClinicApi api;
    private final RunningClinic clinic;
    private Map<String, Long> before;

    BadInputIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @BeforeEach
    void count() throws SQLException {
        before = Stored.rows(clinic);
    }

    @AfterEach
    void nothingIsStored() throws SQLException {
        assertThat(Stored.rows(clinic)).isEqualTo(before);
        assertThat(api.free(DAY)).hasSize(22);
    }

    private static void refused(Answer answer, int status, String code, String... violations) {
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "<html");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.violations()).containsExactlyInAnyOrder(violations);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22T09:00 | IN_THE_PAST | IN_THE_PAST, CLOSED",
                "2026-11-20T09:00 | IN_THE_PAST | IN_THE_PAST",
                "1970-01-01T09:00 | IN_THE_PAST | IN_THE_PAST, CLOSED",
                "2026-11-23T08:00 | TOO_SOON | TOO_SOON",
                "2027-02-22T09:00 | BEYOND_HORIZON | BEYOND_HORIZON",
                "2999-12-30T09:00 | BEYOND_HORIZON | BEYOND_HORIZON",
                "2026-11-26T09:00 | CLOSED | CLOSED",
                "2026-12-25T09:00 | CLOSED | CLOSED",
                "2027-01-01T09:00 | CLOSED | CLOSED",
                "2027-01-18T09:00 | CLOSED | CLOSED",
                "2027-01-09T09:00 | CLOSED | CLOSED",
                "2027-01-10T09:00 | CLOSED | CLOSED",
                "2027-01-06T07:30 | OUTSIDE_HOURS | OUTSIDE_HOURS",
                "2027-01-06T19:00 | OUTSIDE_HOURS | OUTSIDE_HOURS",
                "2027-01-06T23:30 | OUTSIDE_HOURS | OUTSIDE_HOURS",
                "2027-01-06T00:00 | OUTSIDE_HOURS | OUTSIDE_HOURS",
                "2027-01-06T09:15 | NOT_ON_GRID | NOT_ON_GRID",
                "2027-01-06T09:00:01 | NOT_ON_GRID | NOT_ON_GRID",
                "2027-01-06T09:00:00.000000001 | NOT_ON_GRID | NOT_ON_GRID",
                "2027-01-06T18:45 | OUTSIDE_HOURS | OUTSIDE_HOURS, NOT_ON_GRID",
                "2027-01-06T09:00:00+01:00 | OUTSIDE_HOURS | OUTSIDE_HOURS",
                "2027-01-06T09:00:00Z | OUTSIDE_HOURS | OUTSIDE_HOURS",
                "2027-01-06 09:00 | INVALID_FIELDS | INVALID_DATE",
                "2027-02-30T09:00 | INVALID_FIELDS | INVALID_DATE",
                "2027-01-06T25:00 | INVALID_FIELDS | INVALID_DATE",
                "2027-01-06 | INVALID_FIELDS | INVALID_DATE",
                "tomorrow | INVALID_FIELDS | INVALID_DATE",
                "'' | INVALID_FIELDS | INVALID_DATE"
            })
    void refusesATimeNobodyCanHave(String start, String code, String violations) {
        String[] expected =
                Stream.of(violations.split(", ")).map(each -> "start " + each).toArray(String[]::new);
        String body = changed("/start", Json.createValue(start));
        refused(api.book(body), 422, code, expected);
        refused(api.send("POST", "/api/v1/consultations/holds", "{\"start\":\"" + start + "\"}"), 422, code, expected);
    }

    private static String changed(String pointer, JsonValue value) {
        return Json.createPatchBuilder().add(pointer, value).build().apply(GOOD).toString();
    }

    private static String without(String pointer) {
        return Json.createPatchBuilder().remove(pointer).build().apply(GOOD).toString();
    }

    private static Arguments change(String pointer, JsonValue value, String... violations) {
        return arguments(pointer + " " + shown(value), changed(pointer, value), violations);
    }

    private static String shown(JsonValue value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    private static Arguments change(String pointer, String value, String... violations) {
        return change(pointer, Json.createValue(value), violations);
    }

    static List<Arguments> fields() {
        JsonValue nothing = JsonValue.NULL;
        JsonObject object = JsonValue.EMPTY_JSON_OBJECT;
        return List.of(
                arguments("no start", without("/start"), new String[] {"start REQUIRED"}),
                arguments("no patient", without("/patient"), new String[] {"patient REQUIRED"}),
                arguments(
                        "no consent", without("/patient/emailConsent"), new String[] {"patient.emailConsent REQUIRED"}),
                arguments("no age", without("/patient/adult"), new String[] {"patient.adult REQUIRED"}),
                change("/start", nothing, "start REQUIRED"),
                change("/patient", nothing, "patient REQUIRED"),
                change("/patient", Json.createValue("Ana"), "patient WRONG_TYPE"),
                change("/patient", JsonValue.EMPTY_JSON_ARRAY, "patient WRONG_TYPE"),
                change("/patient/firstName", nothing, "patient.firstName REQUIRED"),
                change("/patient/firstName", Json.createValue(7), "patient.firstName WRONG_TYPE"),
                change("/patient/firstName", object, "patient.firstName WRONG_TYPE"),
                change("/patient/firstName", "", "patient.firstName REQUIRED"),
                change("/patient/firstName", " \u00a0 ".replace("\u00a0", " "), "patient.firstName REQUIRED"),
                change("/patient/firstName", LONG, "patient.firstName TOO_LONG"),
                change("/patient/lastName", "😀".repeat(101), "patient.lastName TOO_LONG"),
                change("/patient/lastName", "R\u0000uiz", "patient.lastName CONTROL_CHARACTER"),
                change("/patient/lastName", "Ruiz\r\nBcc: eve@example.org", "patient.lastName CONTROL_CHARACTER"),
                change("/patient/lastName", "Ru\u2028iz", "patient.lastName CONTROL_CHARACTER"),
                change("/patient/email", nothing, "patient.email REQUIRED"),
                change("/patient/email", "ana", "patient.email INVALID_EMAIL"),
                change("/patient/email", "ana@localhost", "patient.email INVALID_EMAIL"),
                change("/patient/email", "ana@example.org, eve@example.org", "patient.email INVALID_EMAIL"),
                change("/patient/email", "Ana <ana@example.org> Luz", "patient.email INVALID_EMAIL"),
                change("/patient/phone", "555-0142", "patient.phone INVALID_PHONE"),
                change("/patient/phone", "000-000-0000", "patient.phone INVALID_PHONE"),
                change("/patient/email", "ana@example.org\r\nBcc: eve@example.org", "patient.email CONTROL_CHARACTER"),
                change("/patient/email", "ana@example.org\nSubject: hi", "patient.email CONTROL_CHARACTER"),
                change("/patient/email", "a@" + LONG + ".org", "patient.email TOO_LONG"),
                change("/patient/phone", nothing, "patient.phone REQUIRED"),
                change("/patient/phone", "12", "patient.phone INVALID_PHONE"),
                change("/patient/phone", Json.createValue(8185550142L), "patient.phone WRONG_TYPE"),
                change("/patient/phone", LONG, "patient.phone TOO_LONG"),
                change("/patient/language", "fr", "patient.language UNKNOWN_LANGUAGE"),
                change("/patient/language", LONG, "patient.language UNKNOWN_LANGUAGE"),
                change("/patient/emailConsent", "yes", "patient.emailConsent WRONG_TYPE"),
                change("/patient/adult", Json.createValue(1), "patient.adult WRONG_TYPE"),
                change("/hold", Json.createValue(7), "hold WRONG_TYPE"),
                change("/onBehalfOf", "Luz", "onBehalfOf WRONG_TYPE"),
                change("/onBehalfOf", object, "onBehalfOf.firstName REQUIRED", "onBehalfOf.relation REQUIRED"),
                change("/intake", JsonValue.TRUE, "intake WRONG_TYPE"),
                change("/intake", intake("painNow", Json.createValue(11)), "intake.painNow OUT_OF_RANGE"),
                change("/intake", intake("painNow", Json.createValue(-1)), "intake.painNow OUT_OF_RANGE"),
                change("/intake", intake("painNow", Json.createValue(7.5)), "intake.painNow WRONG_TYPE"),
                change("/intake", intake("painNow", Json.createValue("7")), "intake.painNow WRONG_TYPE"),
                change("/intake", intake("painSince", Json.createValue("2027-13-01")), "intake.painSince INVALID_DATE"),
                change(
                        "/intake",
                        intake("painSince", Json.createValue("2026-11-24")),
                        "intake.painSince IN_THE_FUTURE"),
                change("/intake", intake("redFlags", Json.createValue("RF_CAUDA")), "intake.redFlags WRONG_TYPE"),
                change("/intake", intake("redFlags", list("RF_NONE")), "intake.redFlags[0] UNKNOWN_CODE"),
                change("/intake", intake("symptoms", list("SHOOTING", "a b")), "intake.symptoms[1] UNKNOWN_CODE"),
                change("/intake", intake("note", Json.createValue(LONG)), "intake.note TOO_LONG"),
                change("/intake", intake("note", Json.createValue("a\u0007b")), "intake.note CONTROL_CHARACTER"));
    }

    private static JsonObject intake(String field, JsonValue value) {
        return Json.createObjectBuilder().add(field, value).build();
    }

    private static JsonValue list(String... items) {
        return Json.createArrayBuilder(List.of(items)).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void fields(String name, String body, String[] violations) {
        refused(api.book(body), 422, "INVALID_FIELDS", violations);
    }

    static List<Arguments> brokenTexts() {
        return List.of(
                arguments("nothing", " "),
                arguments("truncated", GOOD.toString().substring(0, 120)),
                arguments("half a name", "{\"start"),
                arguments("twice", GOOD + GOOD.toString()),
                arguments("a name twice", GOOD.toString().replace("\"lastName\"", "\"firstName\"")),
                arguments("not a number", GOOD.toString().replace("true", "NaN")),
                arguments("deep", "{\"a\":".repeat(20_000)),
                arguments("deep and closed", "{\"a\":".repeat(500) + "1" + "}".repeat(500)),
                arguments("a form", "start=2027-01-06"),
                arguments("a page", "<html></html>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenTexts(String name, String body) {
        refused(api.book(body), 400, "MALFORMED_JSON");
    }

    @Test
    void refusesHalfOfACharacter() {
        refused(
                api.book(GOOD.toString().replace("Ana", "\\ud800")),
                422,
                "INVALID_FIELDS",
                "patient.firstName CONTROL_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({"1e999, WRONG_TYPE", "1e999999999, WRONG_TYPE", "99999999999999999999999999, OUT_OF_RANGE"})
    void survivesSenselessNumbers(String number, String code) {
        String body =
                changed("/intake", intake("painNow", Json.createValue(4242))).replace("4242", number);
        refused(api.book(body), 422, "INVALID_FIELDS", "intake.painNow " + code);
    }

    @Test
    void callsUnknownFieldsUnknown() {
        String body = Json.createPatchBuilder()
                .add("/patient/isAdmin", true)
                .add("/status", "BOOKED")
                .build()
                .apply(GOOD)
                .toString();
        refused(api.book(body), 422, "UNKNOWN_FIELD", "patient.isAdmin UNKNOWN_FIELD", "status UNKNOWN_FIELD");
    }

    @Test
    void saysEverythingAtOnceAndTheTimeFirst() {
        String body = Json.createPatchBuilder()
                .replace("/start", "2027-01-09T09:15")
                .replace("/patient/email", "ana")
                .replace("/patient/phone", 5)
                .remove("/patient/firstName")
                .add("/x", 1)
                .build()
                .apply(GOOD)
                .toString();
        refused(
                api.book(body),
                422,
                "CLOSED",
                "start CLOSED",
                "start NOT_ON_GRID",
                "patient.email INVALID_EMAIL",
                "patient.phone WRONG_TYPE",
                "patient.firstName REQUIRED",
                "x UNKNOWN_FIELD");
    }

    @Test
    void listsTheFirstHundredOfEndlessViolations() {
        String fields = IntStream.range(0, 60_000)
                .mapToObj(field -> "\"x" + field + "\":0")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(api.book(fields).violations())
                .hasSize(100)
                .startsWith("start REQUIRED", "patient REQUIRED", "x0 UNKNOWN_FIELD");
    }

    @Test
    void doesNotReadEndlessLists() {
        String endless = "[" + "1,".repeat(400_000) + "1]";
        String body = changed("/intake", intake("symptoms", list("x"))).replace("[\"x\"]", endless);
        refused(api.book(body), 422, "INVALID_FIELDS", "intake.symptoms OUT_OF_RANGE");
    }

    @Test
    void refusesAKeyLongerThanEighty() {
        refused(
                api.book(GOOD.toString(), "Idempotency-Key", "k".repeat(81)),
                422,
                "INVALID_FIELDS",
                "Idempotency-Key TOO_LONG");
    }

    @Test
    void refusesAReasonThatIsABook() {
        refused(api.cancel("wrong", "{\"reason\":\"" + LONG + "\"}"), 422, "INVALID_FIELDS", "reason TOO_LONG");
    }
}
