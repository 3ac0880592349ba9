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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Series, booked whole or not at all. The rooms and days of December 7 to 18 are this class's. */
@ExtendWith(SharedClinic.class)
class SeriesIT {
    private static final String SERIES = "/api/v1/series";
    private static final List<String> SIX_DAYS = List.of("07", "09", "11", "14", "16", "18");

    private final ClinicApi api;
    private final RunningClinic clinic;

    SeriesIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private Answer as(Role role, String method, String path, String body, String... headers) {
        return api.send(
                method,
                path,
                body,
                Stream.concat(Stream.of(headers), Stream.of(Staff.bearer(clinic, role)))
                        .toArray(String[]::new));
    }

    private Answer desk(String method, String path, String body, String... headers) {
        return as(Role.FRONT_DESK, method, path, body, headers);
    }

    private int patient(String name) {
        return desk(
                        "POST",
                        "/api/v1/patients",
                        "{\"firstName\":\"" + name + "\",\"lastName\":\"Series\",\"email\":\"" + name
                                + "@example.org\"}")
                .json()
                .getInt("id");
    }

    private int room(String name) {
        return desk("GET", "/api/v1/resources", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(resource -> resource.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getInt("id");
    }

    private static String booking(int patient, int room, String time, List<String> days) {
        return days.stream()
                .map(day -> "{\"start\":\"2026-12-" + day + "T" + time + "\",\"resource\":" + room + "}")
                .collect(Collectors.joining(
                        ",", "{\"patientId\":" + patient + ",\"protocol\":\"MOOD_6\",\"visits\":[", "]}"));
    }

    private static List<String> conflicts(Answer refused) {
        return refused.json().getJsonArray("conflicts").stream()
                .map(JsonValue::asJsonObject)
                .map(conflict -> conflict.getInt("visit") + " " + conflict.getString("code"))
                .toList();
    }

    @Test
    void booksAllSixAndTellsOfThem() {
        int ana = patient("Amara");
        Answer booked = desk("POST", SERIES, booking(ana, room("R1"), "10:00", SIX_DAYS), "Idempotency-Key", "amara-1");
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        JsonObject series = booked.json();
        assertThat(series.getString("state")).isEqualTo("DRAFT");
        assertThat(series.getJsonArray("gaps").toString()).isEqualTo("[2,2,3,2,2]");
        assertThat(series.getJsonArray("visits").getValuesAs(JsonObject.class))
                .extracting(visit -> visit.getString("commitment"))
                .containsExactly("FIRM", "FIRM", "TENTATIVE", "TENTATIVE", "TENTATIVE", "TENTATIVE");
        String path = SERIES + "/" + series.getInt("id");
        assertThat(booked.header("Location")).endsWith(path);
        assertThat(desk("GET", path, "").json()).isEqualTo(series);

        int third = series.getJsonArray("visits").getJsonObject(2).getInt("appointment");
        JsonObject visit = desk("GET", "/api/v1/appointments/" + third, "").json();
        assertThat(visit.getString("kind")).isEqualTo("INFUSION");
        assertThat(visit.getString("end")).isEqualTo("2026-12-11T11:30:00-08:00");
        assertThat(visit.getJsonObject("series").toString())
                .isEqualTo("{\"id\":" + series.getInt("id") + ",\"visit\":3,\"of\":6}");
        assertThat(visit.getJsonArray("claims")).hasSize(7);

        Answer again = desk("POST", SERIES, booking(ana, room("R1"), "10:00", SIX_DAYS), "Idempotency-Key", "amara-1");
        assertThat(again.json()).isEqualTo(series);
        Answer another = desk("POST", SERIES, booking(ana, room("R1"), "13:00", SIX_DAYS));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.code()).isEqualTo("SERIES_RUNNING");
    }

    @Test
    void namesEveryVisitThatDoesNotFitAndBooksNone() throws SQLException {
        int room = room("R2");
        assertThat(desk("POST", SERIES, booking(patient("Bea"), room, "08:30", SIX_DAYS))
                        .status())
                .isEqualTo(201);
        int cleo = patient("Cleo");
        long before = Stored.rows(clinic).get("appointment");
        Answer refused = desk("POST", SERIES, booking(cleo, room, "09:45", SIX_DAYS));
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(conflicts(refused))
                .containsExactly(
                        "1 SLOT_TAKEN", "2 SLOT_TAKEN", "3 SLOT_TAKEN", "4 SLOT_TAKEN", "5 SLOT_TAKEN", "6 SLOT_TAKEN");
        assertThat(refused.body()).contains("R2 is taken by the visit from 8:30 AM to 10:00 AM.");
        assertThat(Stored.rows(clinic)).containsEntry("appointment", before);
        assertThat(desk("POST", SERIES, booking(cleo, room, "17:00", SIX_DAYS)).status())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatTheProtocolDoesNotAllow() {
        int dora = patient("Dora");
        Answer close =
                desk("POST", SERIES, booking(dora, room("R3"), "10:00", List.of("07", "08", "11", "14", "16", "18")));
        assertThat(close.status()).isEqualTo(422);
        assertThat(conflicts(close)).containsExactly("2 GAP_TOO_SHORT");
        assertThat(close.violations()).containsExactly("visits[1].start GAP_TOO_SHORT");
        Answer few = desk("POST", SERIES, booking(dora, room("R3"), "10:00", List.of("07", "09")));
        assertThat(few.code()).isEqualTo("WRONG_NUMBER_OF_VISITS");
        assertThat(desk("POST", SERIES, booking(999_999_999, room("R3"), "10:00", SIX_DAYS))
                        .code())
                .isEqualTo("UNKNOWN_PATIENT");
        assertThat(desk(
                                "POST",
                                SERIES,
                                booking(dora, room("R3"), "10:00", SIX_DAYS).replace("MOOD_6", "NONE_6"))
                        .code())
                .isEqualTo("UNKNOWN_PROTOCOL");
        Answer late = desk("POST", SERIES, booking(dora, room("R3"), "18:00", SIX_DAYS));
        assertThat(late.code()).isEqualTo("OUTSIDE_HOURS");
        Answer wrongRoom = desk("POST", SERIES, booking(dora, room("C1"), "10:00", SIX_DAYS));
        assertThat(wrongRoom.violations()).contains("visits[0].resource NOT_SUITABLE");
    }

    @Test
    void movesOneVisitWithinItsGapsUnlessAPrescriberSaysSo() {
        Answer booked = desk("POST", SERIES, booking(patient("Ella"), room("R3"), "13:00", SIX_DAYS));
        int second = booked.json().getJsonArray("visits").getJsonObject(1).getInt("appointment");
        String start = "/api/v1/appointments/" + second + "/start";
        Answer close = desk("PUT", start, "{\"start\":\"2026-12-08T13:00\"}");
        assertThat(close.status()).as(close.body()).isEqualTo(422);
        assertThat(close.violations()).containsExactly("start GAP_TOO_SHORT");
        assertThat(close.body()).contains("Visits 1 and 2 would be 1 days apart; at least 2 are needed.");
        String override = "{\"start\":\"2026-12-08T13:00\",\"override\":{\"reason\":\"travels\"}}";
        assertThat(as(Role.NURSE, "PUT", start, override).code()).isEqualTo("GAP_TOO_SHORT");
        assertThat(as(Role.PRESCRIBER, "PUT", start, override).status()).isEqualTo(200);
        Answer back = desk("PUT", start, "{\"start\":\"2026-12-09T14:00\"}");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
    }

    @Test
    void givesOneRoomToOneSeriesHoweverManyAskAtOnce() throws Exception {
        int room = room("R4");
        List<Integer> patients =
                IntStream.range(0, 8).mapToObj(one -> patient("Racer" + one)).toList();
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> asks = patients.stream()
                    .map(one -> (Callable<Answer>) () -> desk("POST", SERIES, booking(one, room, "15:00", SIX_DAYS)))
                    .toList();
            int[] statuses = together.invokeAll(asks).stream()
                    .mapToInt(SeriesIT::status)
                    .sorted()
                    .toArray();
            assertThat(Arrays.stream(statuses).boxed()).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        } finally {
            together.shutdown();
        }
    }

    private static int status(Future<Answer> asked) {
        try {
            return asked.get().status();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
