package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Series, booked whole or not at all. The rooms and days of December 7 to 18 are this class's. */
@ExtendWith(SharedClinic.class)
class SeriesIT {
    private static final String SERIES = "series";
    private static final List<String> SIX_DAYS = List.of("07", "09", "11", "14", "16", "18");

    private final RunningClinic clinic;
    private final StaffApi staff;

    SeriesIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private static String booking(int patient, int room, String time, List<String> days) {
        return StaffApi.booking(
                patient,
                "MOOD_6",
                room,
                time,
                days.stream().map(day -> "2026-12-" + day).toList());
    }

    private static List<String> conflicts(Answer refused) {
        return refused.json().getJsonArray("conflicts").stream()
                .map(JsonValue::asJsonObject)
                .map(conflict -> conflict.getInt("visit") + " " + conflict.getString("code"))
                .toList();
    }

    @Test
    void booksAllSixAndTellsOfThem() {
        int ana = staff.patient("Amara", "Series");
        Answer booked = staff.desk(
                "POST", SERIES, booking(ana, staff.resource("R1"), "11:00", SIX_DAYS), "Idempotency-Key", "amara-1");
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        JsonObject series = booked.json();
        assertThat(series.getString("state")).isEqualTo("DRAFT");
        assertThat(series.getJsonArray("gaps").toString()).isEqualTo("[2,2,3,2,2]");
        assertThat(series.getJsonArray("visits").getValuesAs(JsonObject.class))
                .extracting(visit -> visit.getString("commitment"))
                .containsExactly("FIRM", "FIRM", "TENTATIVE", "TENTATIVE", "TENTATIVE", "TENTATIVE");
        String path = SERIES + "/" + series.getInt("id");
        assertThat(booked.header("Location")).endsWith(path);
        assertThat(staff.desk("GET", path, "").json()).isEqualTo(series);

        int third = series.getJsonArray("visits").getJsonObject(2).getInt("appointment");
        JsonObject visit = staff.desk("GET", "appointments/" + third, "").json();
        assertThat(visit.getString("kind")).isEqualTo("INFUSION");
        assertThat(visit.getString("end")).isEqualTo("2026-12-11T12:30:00-08:00");
        assertThat(visit.getJsonObject("series").toString())
                .isEqualTo("{\"id\":" + series.getInt("id") + ",\"visit\":3,\"of\":6}");
        assertThat(visit.getJsonArray("claims")).hasSize(7);

        Answer again = staff.desk(
                "POST", SERIES, booking(ana, staff.resource("R1"), "11:00", SIX_DAYS), "Idempotency-Key", "amara-1");
        assertThat(again.json()).isEqualTo(series);
        Answer another = staff.desk("POST", SERIES, booking(ana, staff.resource("R1"), "13:00", SIX_DAYS));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.code()).isEqualTo("SERIES_RUNNING");
    }

    @Test
    void namesEveryVisitThatDoesNotFitAndBooksNone() throws SQLException {
        int room = staff.resource("R2");
        assertThat(staff.desk("POST", SERIES, booking(staff.patient("Bea", "Series"), room, "08:30", SIX_DAYS))
                        .status())
                .isEqualTo(201);
        int cleo = staff.patient("Cleo", "Series");
        long before = Stored.rows(clinic).get("appointment");
        Answer refused = staff.desk("POST", SERIES, booking(cleo, room, "09:45", SIX_DAYS));
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(conflicts(refused))
                .containsExactly(
                        "1 SLOT_TAKEN", "2 SLOT_TAKEN", "3 SLOT_TAKEN", "4 SLOT_TAKEN", "5 SLOT_TAKEN", "6 SLOT_TAKEN");
        assertThat(refused.body()).contains("R2 is taken by the visit from 8:30 AM to 10:00 AM.");
        assertThat(Stored.rows(clinic)).containsEntry("appointment", before);
        assertThat(staff.desk("POST", SERIES, booking(cleo, room, "17:00", SIX_DAYS))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatTheProtocolDoesNotAllow() {
        int dora = staff.patient("Dora", "Series");
        Answer close = staff.desk(
                "POST",
                SERIES,
                booking(dora, staff.resource("R3"), "11:00", List.of("07", "08", "11", "14", "16", "18")));
        assertThat(close.status()).isEqualTo(422);
        assertThat(conflicts(close)).containsExactly("2 GAP_TOO_SHORT");
        assertThat(close.violations()).containsExactly("visits[1].start GAP_TOO_SHORT");
        Answer few = staff.desk("POST", SERIES, booking(dora, staff.resource("R3"), "11:00", List.of("07", "09")));
        assertThat(few.code()).isEqualTo("WRONG_NUMBER_OF_VISITS");
        assertThat(staff.desk("POST", SERIES, booking(999_999_999, staff.resource("R3"), "11:00", SIX_DAYS))
                        .code())
                .isEqualTo("UNKNOWN_PATIENT");
        assertThat(staff.desk(
                                "POST",
                                SERIES,
                                booking(dora, staff.resource("R3"), "11:00", SIX_DAYS)
                                        .replace("MOOD_6", "NONE_6"))
                        .code())
                .isEqualTo("UNKNOWN_PROTOCOL");
        Answer late = staff.desk("POST", SERIES, booking(dora, staff.resource("R3"), "18:00", SIX_DAYS));
        assertThat(late.code()).isEqualTo("OUTSIDE_HOURS");
        Answer wrongRoom = staff.desk("POST", SERIES, booking(dora, staff.resource("C1"), "11:00", SIX_DAYS));
        assertThat(wrongRoom.violations()).contains("visits[0].resource NOT_SUITABLE");
    }

    @Test
    void movesOneVisitWithinItsGapsUnlessAPrescriberSaysSo() {
        Answer booked = staff.desk(
                "POST", SERIES, booking(staff.patient("Ella", "Series"), staff.resource("R3"), "13:00", SIX_DAYS));
        int second = booked.json().getJsonArray("visits").getJsonObject(1).getInt("appointment");
        String start = "appointments/" + second + "/start";
        Answer close = staff.desk("PUT", start, "{\"start\":\"2026-12-08T13:00\"}");
        assertThat(close.status()).as(close.body()).isEqualTo(422);
        assertThat(close.violations()).containsExactly("start GAP_TOO_SHORT");
        assertThat(close.body()).contains("Visits 1 and 2 would be 1 day apart; at least 2 are needed.");
        String override = "{\"start\":\"2026-12-08T13:00\",\"override\":{\"reason\":\"travels\"}}";
        assertThat(staff.as(Role.NURSE, "PUT", start, override).code()).isEqualTo("GAP_TOO_SHORT");
        assertThat(staff.as(Role.PRESCRIBER, "PUT", start, override).status()).isEqualTo(200);
        String moved = staff.as(Role.NURSE, "GET", "appointments/" + second + "/history", "")
                .body();
        assertThat(moved)
                .contains("Dr. Priya Raman")
                .containsPattern("\"override\":\\{\"codes\":\\[\"GAP_TOO_SHORT\"\\],\"reason\":\"travels\"\\}");
        assertThat(staff.desk("GET", SERIES + "/" + booked.json().getInt("id"), "")
                        .json()
                        .getJsonArray("decisions")
                        .getValuesAs(JsonValue::asJsonObject))
                .anySatisfy(step -> {
                    assertThat(step.getString("decision")).isEqualTo("GAP_OVERRIDE");
                    assertThat(step.getString("by")).isEqualTo("Dr. Priya Raman");
                    assertThat(step.getString("reason")).isEqualTo("travels");
                });
        Answer back = staff.desk("PUT", start, "{\"start\":\"2026-12-09T14:00\"}");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
    }

    @Test
    void givesOneRoomToOneSeriesHoweverManyAskAtOnce() throws Exception {
        int room = staff.resource("R4");
        List<Integer> patients = IntStream.range(0, 8)
                .mapToObj(one -> staff.patient("Racer" + one, "Series"))
                .toList();
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> asks = patients.stream()
                    .map(one ->
                            (Callable<Answer>) () -> staff.desk("POST", SERIES, booking(one, room, "15:00", SIX_DAYS)))
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
