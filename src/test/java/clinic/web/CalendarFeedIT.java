package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the script of the calendar is told, and in how many statements. */
@ExtendWith(SharedClinic.class)
class CalendarFeedIT {
    private static final String FEED = "/staff/calendar/feed";
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);
    private static final int TRIES = 9;

    private final ClinicApi api;
    private final RunningClinic clinic;

    CalendarFeedIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    private ClinicApi.Answer feed(String query, String... headers) {
        String[] bearer = Staff.bearer(clinic, Role.FRONT_DESK);
        String[] all = java.util.stream.Stream.of(bearer, headers)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
        return api.get(FEED + query, all);
    }

    /** Visits for looking at only: they claim nothing of the ledger. */
    private void visits(LocalDate from, int days, int perDay) throws SQLException {
        try (Connection database = clinic.database();
                Statement statement = database.createStatement();
                PreparedStatement insert = database.prepareStatement(
                        "insert into appointment (uid, patient_id, kind, status, day, start_q, end_q, room_id, clinician_id,"
                                + " revision, link_generation, clinical_review, late_cancel, created_at, version)"
                                + " values (concat('calendar-', uuid_short()), ?, 'CONSULTATION', 'BOOKED', ?, ?, ?,"
                                + " (select min(id) from resource where kind = 'ROOM'),"
                                + " (select min(id) from resource where kind = 'CLINICIAN'), 0, 0, false, false, now(6), 0)")) {
            for (int patient = 0; patient < perDay; patient++) {
                statement.execute(
                        "insert into patient (first_name, last_name, email, phone, language, adult, created_at,"
                                + " version) values ('Cal', 'Endar', 'cal@example.org', '+18185550142', 'en', true, now(6), 0)",
                        Statement.RETURN_GENERATED_KEYS);
                ResultSet key = statement.getGeneratedKeys();
                key.next();
                for (int day = 0; day < days; day++) {
                    int start = 32 + patient % 42;
                    insert.setLong(1, key.getLong(1));
                    insert.setString(2, from.plusDays(day).toString());
                    insert.setInt(3, start);
                    insert.setInt(4, start + 2);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        try (Connection database = clinic.database();
                Statement statement = database.createStatement()) {
            statement.execute("delete from appointment where uid like 'calendar-%'");
            statement.execute("delete from patient where email = 'cal@example.org'");
        }
    }

    /** Other things go on in the house meanwhile: the fewest of some tries is what one answer takes. */
    private long statements(String query) throws SQLException {
        long fewest = Long.MAX_VALUE;
        try (Connection database = clinic.database();
                Statement statement = database.createStatement()) {
            for (int each = 0; each < TRIES; each++) {
                long before = selects(statement);
                assertThat(feed(query).status()).isEqualTo(200);
                fewest = Math.min(fewest, selects(statement) - before);
            }
        }
        return fewest;
    }

    private static long selects(Statement statement) throws SQLException {
        try (ResultSet status = statement.executeQuery("show global status like 'Com_select'")) {
            status.next();
            return status.getLong(2);
        }
    }

    @Test
    void asksTheDatabaseNoMoreForManyVisitsThanForOne() throws SQLException {
        visits(DAY, 1, 1);
        long day = statements("?view=day&date=" + DAY);
        long month = statements("?view=month&date=" + DAY);
        visits(DAY.withDayOfMonth(1), 20, 60);
        JsonObject shown = feed("?view=month&date=" + DAY).json();
        assertThat(shown.getJsonArray("visits")).as("twelve of each day").hasSize(20 * 12);
        assertThat(shown.getJsonArray("days").getValuesAs(JsonValue::asJsonObject))
                .filteredOn(each -> each.getString("all").equals("60 visits"))
                .hasSize(19);
        String room = shown.getJsonArray("visits").getJsonObject(0).getString("room");
        assertThat(month("&kind=CONSULTATION&status=BOOKED&resource=" + room)).isEqualTo(20 * 12);
        assertThat(month("&status=CANCELLED")).as("in another state").isZero();
        assertThat(month("&kind=INFUSION")).as("of another kind").isZero();
        assertThat(month("&resource=999")).as("in another room").isZero();
        assertThat(statements("?view=day&date=" + DAY)).isEqualTo(day).isLessThan(12);
        assertThat(statements("?view=month&date=" + DAY)).isEqualTo(month).isLessThan(12);
    }

    private int month(String filter) {
        return feed("?view=month&date=" + DAY + filter)
                .json()
                .getJsonArray("visits")
                .size();
    }

    /** Catches: every visit of a month read, with its patient and the ledger of its day, to say how many there are. */
    @Test
    void theMonthPageCountsAndReadsNoVisit() throws SQLException {
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        String page = "/staff/calendar?view=month&date=" + DAY + "&kind=CONSULTATION&status=BOOKED";
        nurse.get(page);
        visits(DAY.withDayOfMonth(1), 20, 60);
        long least = Long.MAX_VALUE;
        try (Connection database = clinic.database();
                Statement statement = database.createStatement()) {
            for (int each = 0; each < TRIES; each++) {
                long before = bytesSent(statement);
                assertThat(nurse.get(page).body()).contains(">60<").contains("1200 ");
                least = Math.min(least, bytesSent(statement) - before);
            }
        }
        assertThat(least).as("bytes").isLessThan(250_000);
    }

    private static long bytesSent(Statement statement) throws SQLException {
        try (ResultSet status = statement.executeQuery("show global status like 'Bytes_sent'")) {
            status.next();
            return status.getLong(2);
        }
    }

    @Test
    void saysNothingNewUntilSomethingIs() throws SQLException {
        String query = "?view=day&date=" + DAY.plusDays(1);
        String tag = feed(query).header("ETag");
        assertThat(feed(query, "If-None-Match", tag).status()).isEqualTo(304);
        visits(DAY.plusDays(1), 1, 1);
        assertThat(feed(query, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void shadesWhatIsClosed() {
        assertThat(feed("?view=day&date=2026-11-26")
                        .json()
                        .getJsonArray("shades")
                        .getJsonObject(0)
                        .getString("word"))
                .isEqualTo("Thanksgiving Day");
        assertThat(feed("?view=month&date=2026-11-26").body())
                .contains("Thanksgiving Day")
                .contains("times free");
    }

    @Test
    void isNotForAuditorsNorForStrangers() {
        assertThat(api.get(FEED, Staff.bearer(clinic, Role.AUDITOR)).status()).isEqualTo(403);
        assertThat(api.get(FEED, "X-Background", "yes").status()).isEqualTo(401);
    }
}
