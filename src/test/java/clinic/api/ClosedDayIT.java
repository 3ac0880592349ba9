package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.Inbox;
import clinic.testing.Inbox.Mail;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The boiler breaks on Wednesday: a day is closed, and all series that lose a visit are repaired together. The rooms for
 * treatments from January 8 to 15, 2027, are this class's; the clock stands in November and the horizon in February.
 */
@ExtendWith(SharedClinic.class)
class ClosedDayIT {
    private static final String WEDNESDAY = "2027-01-13";
    private static final List<String> DAYS = List.of("2027-01-08", "2027-01-11", WEDNESDAY);

    private final RunningClinic clinic;
    private final StaffApi staff;

    ClosedDayIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private JsonObject booked(String name, String time, String room) {
        int patient = staff.patient(
                "{\"adult\":true,\"firstName\":\"%s\",\"lastName\":\"Boiler\",\"email\":\"%s.boiler@example.org\"}"
                        .formatted(name, name));
        return staff.series(patient, "PAIN_MID_3", room, time, DAYS);
    }

    private static int id(JsonObject series) {
        return series.getInt("id");
    }

    private JsonObject now(JsonObject series) {
        return staff.desk("GET", "series/" + id(series), "").json();
    }

    /** What becomes of each series, by its id; those of others are none of ours. */
    private Map<Integer, JsonObject> together(List<JsonObject> ours, String body) {
        Answer answer = staff.desk("POST", "series/repairs", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<Integer, JsonObject> lines = new TreeMap<>();
        answer.json().getJsonArray("items").forEach(each -> {
            JsonObject line = each.asJsonObject();
            if (ours.stream().anyMatch(series -> id(series) == line.getInt("series"))) {
                lines.put(line.getInt("series"), line);
            }
        });
        return lines;
    }

    private Answer apply(JsonObject line) {
        return staff.desk("POST", "series/" + line.getInt("series") + "/repair/" + line.getString("proposal"), "{}");
    }

    private static List<Integer> ids(JsonArray numbers) {
        return numbers.getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::intValue)
                .toList();
    }

    @Test
    void isRepairedTogetherSeriesBySeries() {
        JsonObject ada = booked("Ada", "09:00", "R1");
        JsonObject bea = booked("Bea", "11:00", "R2");
        JsonObject cleo = booked("Cleo", "13:00", "R3");
        JsonObject dora = booked("Dora", "15:00", "R2");
        List<JsonObject> all = List.of(ada, bea, cleo, dora);
        assertThat(staff.desk("POST", "appointments/" + StaffApi.visit(dora, 3) + "/confirm", "{}")
                        .status())
                .isEqualTo(200);
        String closure = "{\"from\":\"" + WEDNESDAY + "T00:00\",\"to\":\"2027-01-14T00:00\",\"reason\":\"Boiler\"}";
        assertThat(stranded(staff.desk("POST", "closures/preview", closure)))
                .containsAll(
                        all.stream().map(series -> StaffApi.visit(series, 3)).toList());
        assertThat(together(all, "{}")).as("nothing is closed yet").isEmpty();

        Answer closed = staff.desk("POST", "closures", closure);
        assertThat(closed.status()).as(closed.body()).isEqualTo(201);
        try {
            isPreviewed(all);
            isApplied(all);
        } finally {
            staff.desk("DELETE", "closures/" + closed.json().getInt("id"), "");
        }
        all.forEach(this::toldOnce);
    }

    private static List<Integer> stranded(Answer answer) {
        return answer.json().getJsonArray("stranded").getValuesAs(JsonObject.class).stream()
                .map(visit -> visit.getInt("id"))
                .toList();
    }

    private void isPreviewed(List<JsonObject> all) {
        JsonObject dora = all.get(3);
        List<JsonObject> before = all.stream().map(this::now).toList();
        Map<Integer, JsonObject> lines = together(all, "{\"day\":\"" + WEDNESDAY + "\"}");

        assertThat(lines).hasSize(4).allSatisfy((id, line) -> assertThat(ids(line.getJsonArray("stranded")))
                .containsExactly(3));
        JsonObject call = lines.get(id(dora));
        assertThat(call.getString("outcome")).isEqualTo("CALL_FIRST");
        assertThat(ids(call.getJsonArray("ask"))).containsExactly(3);
        assertThat(call).doesNotContainKey("proposal");
        all.subList(0, 3).forEach(series -> {
            JsonObject line = lines.get(id(series));
            assertThat(line.getString("outcome")).isEqualTo("REPAIRED");
            assertThat(line.getJsonArray("before")).isEqualTo(series.getJsonArray("visits"));
            assertThat(ids(line.getJsonArray("moved"))).containsExactly(3);
        });
        assertThat(together(all, "{\"day\":\"2027-01-12\"}")).isEmpty();
        assertThat(all.stream().map(this::now)).as("it was but looked at").isEqualTo(before);
    }

    private void isApplied(List<JsonObject> all) {
        Map<Integer, JsonObject> lines = together(all, "{\"agreed\":[" + id(all.get(3)) + "]}");
        assertThat(lines.values()).extracting(line -> line.getString("outcome")).containsOnly("REPAIRED");
        List<Integer> lastFirst = new ArrayList<>(lines.keySet());
        Collections.reverse(lastFirst);

        lastFirst.forEach(id -> {
            Answer done = apply(lines.get(id));
            assertThat(done.status()).as(done.body()).isEqualTo(200);
            assertThat(done.json().getJsonArray("visits").toString()).doesNotContain(WEDNESDAY);
            assertThat(ids(done.json().getJsonArray("gaps"))).allMatch(gap -> 1 <= gap && gap <= 4);
            assertThat(done.text("state")).isEqualTo("DRAFT");
        });
        assertThat(apply(lines.get(lastFirst.get(0))).code()).isEqualTo("REPAIR_STALE");
        assertThat(together(all, "{}")).isEmpty();
        JsonObject audit = staff.as(Role.AUDITOR, "GET", "ledger/audit", "").json();
        assertThat(audit.getBoolean("consistent")).isTrue();
        assertThat(audit.getJsonArray("stranded").getValuesAs(JsonObject.class))
                .noneMatch(visit -> all.stream().anyMatch(series -> StaffApi.visit(series, 3) == visit.getInt("id")));
    }

    /** The plan, and the plan as it is now with the one entry that moved. */
    private void toldOnce(JsonObject series) {
        String name = series.getJsonObject("patient").getString("firstName");
        List<Mail> mails = new Inbox(clinic, name + ".boiler@example.org").await(2);
        assertThat(mails).hasSize(2);
        ICalendar planned = mails.get(0).calendar();
        ICalendar moved = mails.get(1).calendar();
        assertThat(mails.get(1).text()).contains("January 8, 2027", "Before: Wednesday, January 13, 2027");
        assertThat(moved.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(moved.getEvents()).hasSize(1);
        assertThat(moved.getEvents().get(0).getUid())
                .isEqualTo(planned.getEvents().get(2).getUid());
        assertThat(moved.getEvents().get(0).getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(staff.desk("POST", "series/repairs", "{\"day\":\"soon\",\"agreed\":[\"x\"],\"more\":1}")
                        .violations())
                .containsExactlyInAnyOrder("day INVALID_DATE", "agreed[0] WRONG_TYPE", "more UNKNOWN_FIELD");
        assertThat(staff.desk("POST", "series/repairs", "").status()).isEqualTo(200);
    }
}
