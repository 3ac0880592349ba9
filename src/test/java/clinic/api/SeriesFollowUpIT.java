package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.Inbox;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a series waits for besides its visits. */
@ExtendWith(SharedClinic.class)
class SeriesFollowUpIT {
    private static final List<String> FOUR_DAYS = List.of("2027-02-01", "2027-02-04", "2027-02-08", "2027-02-11");
    /** From the last of those days to November 2: three weeks ago. */
    private static final int DAYS_TO_THREE_WEEKS_AGO = 101;

    private final RunningClinic clinic;
    private final StaffApi staff;

    SeriesFollowUpIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private JsonObject series(String name, boolean consent) {
        int patient = staff.patient(
                "{\"adult\":true,\"firstName\":\"%s\",\"lastName\":\"Follow\",\"email\":\"%s@example.org\",\"phone\":\"818-555-0155\",\"emailConsent\":%b}"
                        .formatted(name, name, consent));
        staff.findEligible(patient);
        return staff.series(patient, "MOOD_4", FOUR_DAYS);
    }

    private void treat(JsonObject series, int... visits) {
        IntStream.of(visits).map(no -> StaffApi.visit(series, no)).forEach(staff::treat);
    }

    private void decide(JsonObject series, String decision) {
        Answer decided = staff.decide(series, decision);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    /** As if all of it had been so many days earlier; the ledger keeps the days it was booked on. */
    private void earlier(JsonObject series, int days) throws SQLException {
        try (Connection connection = clinic.database();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update appointment set day = day - interval " + days + " day where series_id = "
                    + series.getInt("id"));
        }
    }

    private Answer invite(JsonObject series, String way) {
        return staff.as(
                Role.FRONT_DESK,
                "POST",
                "series/" + series.getInt("id") + "/follow-up/invitation",
                "{\"way\":\"" + way + "\"}");
    }

    private JsonObject followUp(JsonObject series) {
        return staff.as(Role.NURSE, "GET", "series/" + series.getInt("id") + "/follow-up", "")
                .json();
    }

    /** What the lines of a list say of a series; nothing if it is not among them. */
    private List<String> listed(String query, JsonObject series) {
        return staff.as(Role.NURSE, "GET", "series?limit=200&" + query, "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(line -> line.getInt("id") == series.getInt("id"))
                .flatMap(line -> line.getJsonArray("due").stream())
                .map(JsonValue::asJsonObject)
                .map(due -> due.getString("what") + " " + (due.isNull("by") ? "-" : due.getString("by")))
                .toList();
    }

    private List<String> estimates(JsonObject series) {
        return followUp(series).getJsonArray("estimates").stream()
                .map(JsonValue::asJsonObject)
                .map(each ->
                        each.getInt("visits") + " " + each.getString("due") + (each.getBoolean("open") ? " open" : "")
                                + (each.isNull("givenBy") ? "" : " by " + each.getString("givenBy")))
                .toList();
    }

    @Test
    void listsSeriesByWhatTheyWaitFor() {
        JsonObject checked = series("Cora", true);
        treat(checked, 1, 2);
        assertThat(listed("due=CHECKPOINT", checked)).containsExactly("CHECKPOINT 2027-02-08", "ESTIMATE 2026-11-27");
        assertThat(listed("due=GAP", checked)).isEmpty();
        assertThat(listed("due=BOOSTER", checked)).isEmpty();
        assertThat(listed("state=AT_CHECKPOINT", checked)).hasSize(2);
        assertThat(listed("state=ACTIVE&due=CHECKPOINT", checked)).isEmpty();

        int third = checked.getJsonArray("visits").getJsonObject(2).getInt("appointment");
        decide(checked, "CONTINUE");
        assertThat(staff.as(Role.FRONT_DESK, "POST", "appointments/" + third + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(listed("due=GAP", checked)).startsWith("GAP 2027-02-11");
        assertThat(listed("due=CHECKPOINT", checked)).isEmpty();

        assertThat(staff.as(Role.NURSE, "GET", "series?due=NONSENSE", "").status())
                .isEqualTo(400);
        Answer page = staff.as(Role.NURSE, "GET", "series?limit=1", "");
        assertThat(page.json().getJsonArray("items")).hasSize(1);
        Answer next = staff.as(Role.NURSE, "GET", "series?limit=1&cursor=" + page.text("next"), "");
        assertThat(next.json().getJsonArray("items").getJsonObject(0).getInt("id"))
                .isLessThan(page.json().getJsonArray("items").getJsonObject(0).getInt("id"));
        decide(checked, "STOP");
    }

    @Test
    void invitesHerOnceInEachWindowAndBooksNothing() throws SQLException {
        JsonObject kept = series("Mireya", true);
        treat(kept, 1, 2, 3, 4);
        decide(kept, "CONTINUE");
        assertThat(invite(kept, "LETTER").status()).isEqualTo(409);
        decide(kept, "MAINTAIN");
        assertThat(listed("state=MAINTENANCE", kept)).containsExactly("BOOSTER 2027-03-11");
        assertThat(listed("due=BOOSTER", kept)).isEmpty();
        Answer early = invite(kept, "LETTER");
        assertThat(early.code()).isEqualTo("WINDOW_AHEAD");
        assertThat(early.body()).contains("Thursday, February 25, 2027");

        earlier(kept, DAYS_TO_THREE_WEEKS_AGO);
        assertThat(listed("due=BOOSTER", kept)).containsExactly("BOOSTER 2026-11-30");
        long visits = Stored.rows(clinic).get("appointment");
        Answer invited = invite(kept, "LETTER");
        assertThat(invited.status()).as(invited.body()).isEqualTo(200);
        assertThat(new Inbox(clinic, "Mireya@example.org").await(2).get(1).subject())
                .isEqualTo("Time for your next visit");
        Answer again = invite(kept, "CALL");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("INVITED_ALREADY", "Monday, November 23, 2026");
        assertThat(Stored.rows(clinic)).containsEntry("appointment", visits);
        assertThat(followUp(kept).toString()).contains("\"invited\":{\"way\":\"LETTER\",\"by\":\"Frankie Doyle\"");

        earlier(kept, 22);
        assertThat(invite(kept, "CALL").code()).isEqualTo("WINDOW_OVER");
    }

    @Test
    void asksToCallWhoDoesNotWishLetters() throws SQLException {
        JsonObject kept = series("Quentin", false);
        treat(kept, 1, 2, 3, 4);
        decide(kept, "CONTINUE");
        decide(kept, "MAINTAIN");
        earlier(kept, DAYS_TO_THREE_WEEKS_AGO);
        Answer refused = invite(kept, "LETTER");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("way NO_EMAIL_CONSENT");
        assertThat(invite(kept, "CALL").status()).isEqualTo(200);
        assertThat(new Inbox(clinic, "Quentin@example.org").await(1)).hasSize(1);
    }

    @Test
    void owesAnEstimateUntilItIsGivenAndAnewWhenTheVisitsChangeInNumber() {
        JsonObject series = series("Esther", true);
        assertThat(estimates(series)).containsExactly("4 2026-11-27 open");
        String given = "series/" + series.getInt("id") + "/follow-up/estimate";
        assertThat(staff.as(Role.FRONT_DESK, "POST", given, "{\"note\":\"on paper\"}")
                        .status())
                .isEqualTo(200);
        assertThat(estimates(series)).containsExactly("4 2026-11-27 by Frankie Doyle");
        assertThat(staff.as(Role.NURSE, "POST", given, "").code()).isEqualTo("NO_ESTIMATE_OWED");
        assertThat(listed("due=ESTIMATE", series)).isEmpty();

        treat(series, 1, 2);
        decide(series, "EXTEND");
        assertThat(estimates(series)).containsExactly("5 2026-11-27 open", "4 2026-11-27 by Frankie Doyle");
        assertThat(listed("due=ESTIMATE", series)).containsExactly("ESTIMATE 2026-11-27");
        decide(series, "STOP");
        assertThat(estimates(series)).containsExactly("5 2026-11-27", "4 2026-11-27 by Frankie Doyle");
        assertThat(listed("due=ESTIMATE", series)).isEmpty();
    }
}
