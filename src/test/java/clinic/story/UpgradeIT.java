package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.launcher.EmbeddedDatabase;
import clinic.staff.Role;
import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.InstalledDatabase;
import clinic.testing.LedgerByHand;
import clinic.testing.RecordedRelease;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A clinic that ran an earlier release starts this one in the same home: links in emails already sent open, series keep
 * their visits, email that was owed leaves, the audit trail verifies and the ledger adds up.
 */
@BesideTheOthers
class UpgradeIT {
    private static final RecordedRelease RELEASE = new RecordedRelease("release-80");
    private static final String URL = "clinic.test.upgrade.url";
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx640m");

    /** In a home of its own, or in the empty schema of MySQL that the property names. */
    @Test
    void goesOnWhereTheReleaseBeforeLeftOff() throws Exception {
        String url = System.getProperty(URL);
        if (url == null) {
            inItsHome();
        } else {
            in(url, System.getProperty("clinic.test.upgrade.user"), System.getProperty("clinic.test.upgrade.password"));
        }
    }

    private static void inItsHome() throws Exception {
        try (RunningClinic clinic = RunningClinic.prepare(RunningClinic.demo(), QUICK)) {
            RELEASE.keepSecretIn(clinic.home());
            InstalledDatabase.putInto(clinic.home());
            try (EmbeddedDatabase database = EmbeddedDatabase.start(clinic.home());
                    Connection connection =
                            DriverManager.getConnection(database.url(), database.user(), database.password())) {
                RELEASE.loadInto(connection);
            }
            assertThatItGoesOn(clinic, clinic::database);
        }
    }

    private static void in(String url, String user, String password) throws Exception {
        Database there = () -> DriverManager.getConnection(url, user, password);
        Map<String, String> settings = new HashMap<>(RunningClinic.demo());
        settings.putAll(Map.of(
                "CLINIC_DB_URL", url,
                "CLINIC_DB_USER", user,
                "CLINIC_DB_PASSWORD", password,
                "CLINIC_SECRET", RELEASE.secret().strip()));
        try (Connection connection = there.connect()) {
            RELEASE.loadInto(connection);
        }
        try (RunningClinic clinic = RunningClinic.prepare(settings, QUICK)) {
            assertThatItGoesOn(clinic, there);
        }
    }

    private interface Database {
        Connection connect() throws SQLException;
    }

    private static void assertThatItGoesOn(RunningClinic clinic, Database there) throws Exception {
        clinic.launch();
        clinic.awaitReady();
        ClinicApi api = ClinicApi.of(clinic);

        assertThat(RELEASE.links().stream().map(link -> api.visit(link).text("status")))
                .containsExactly(
                        "BOOKED",
                        "CANCELLED",
                        "BOOKED",
                        "PENDING_REVIEW",
                        "PENDING_REVIEW",
                        "BOOKED",
                        "BOOKED",
                        "BOOKED",
                        "BOOKED");
        assertThat(visitsOfSeries(api, clinic))
                .containsExactly(
                        Map.entry(1, "AT_CHECKPOINT PAIN_MID_3 3"),
                        Map.entry(2, "PLANNED BOOST_MOOD 1"),
                        Map.entry(3, "PLANNED PAIN_MID_3 3"),
                        Map.entry(4, "DRAFT PAIN_MID_3 3"),
                        Map.entry(5, "DRAFT MOOD_6 6"),
                        Map.entry(6, "DRAFT MOOD_4 3"),
                        Map.entry(7, "DRAFT PAIN_MID_3 3"),
                        Map.entry(8, "DRAFT PAIN_5DAY 5"),
                        Map.entry(9, "CANCELLED PAIN_LOW_6 0"),
                        Map.entry(10, "DRAFT MOOD_6 6"),
                        Map.entry(11, "DRAFT MOOD_4 4"),
                        Map.entry(12, "DRAFT MOOD_6 6"));
        assertThat(Staff.signedIn(clinic, Role.AUDITOR)
                        .fill("/staff/audit", "prove", Map.of())
                        .body())
                .contains("The chain holds");
        assertThat(api.get("/api/v1/ledger/audit", Staff.bearer(clinic, Role.AUDITOR))
                        .json()
                        .getBoolean("consistent"))
                .isTrue();
        assertThat(clinic.home().resolve("downtime").resolve("2026-11-23.html"))
                .as("the day on paper, for when nothing answers")
                .content()
                .contains("Monday, November 23, 2026", "<tr><td class=\"box\">");
        try (Connection database = there.connect()) {
            assertThat(LedgerByHand.claims(database)).isPositive();
            await("every email that was owed has left, or says why not")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> count(database, "state = 'QUEUED' and recipient not like '%@%.invalid'") == 0);
            assertThat(count(database, "state = 'SENT'")).isGreaterThanOrEqualTo(40);
        }
    }

    /** By id: state, protocol, and how many visits. */
    private static Map<Integer, String> visitsOfSeries(ClinicApi api, RunningClinic clinic) {
        Map<Integer, String> series = new TreeMap<>();
        for (JsonValue value : api.get("/api/v1/series?limit=200", Staff.bearer(clinic, Role.NURSE))
                .json()
                .getJsonArray("items")) {
            JsonObject one = value.asJsonObject();
            series.put(
                    one.getInt("id"),
                    one.getString("state") + " " + one.getString("protocol") + " " + one.getInt("visits"));
        }
        return series;
    }

    private static int count(Connection database, String condition) throws SQLException {
        try (ResultSet rows =
                database.createStatement().executeQuery("select count(*) from outbox_mail where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
