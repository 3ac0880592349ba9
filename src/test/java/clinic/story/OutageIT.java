package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.launcher.EmbeddedDatabase;
import clinic.staff.Role;
import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.InstalledDatabase;
import clinic.testing.Ports;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.Wire;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What the clinic stands on goes away: the database, the mail server. Nothing confirmed is lost, everybody is told in
 * plain words and within seconds, and it all goes on by itself when they are back.
 */
@Order(1)
@BesideTheOthers
class OutageIT {
    /** Five seconds for a connection, and something for a busy machine. */
    private static final Duration ONE_WAIT = Duration.ofSeconds(8);

    private static EmbeddedDatabase database;
    private static Wire wire;
    private static int smtpPort;
    private static RunningClinic clinic;
    private static ClinicApi api;

    @BeforeAll
    static void startOnADatabaseAndAMailServerOfOthers() throws Exception {
        Path home = Files.createTempDirectory("clinic-external");
        InstalledDatabase.putInto(home);
        database = EmbeddedDatabase.start(home);
        wire = Wire.cutTo(database.port());
        wire.mend();
        smtpPort = Ports.next();
        clinic = RunningClinic.start(Map.ofEntries(
                Map.entry("CLINIC_DEMO", "true"),
                Map.entry("CLINIC_NOW", "2026-11-23T15:00:00Z"),
                Map.entry("CLINIC_RATE_LIMIT", "0"),
                // Statements in words, so that the wire can tell them apart.
                Map.entry(
                        "CLINIC_DB_URL",
                        "jdbc:mysql://127.0.0.1:" + wire.port() + "/clinic?sslMode=DISABLED&useServerPrepStmts=false"),
                Map.entry("CLINIC_DB_USER", database.user()),
                Map.entry("CLINIC_DB_PASSWORD", database.password()),
                Map.entry("CLINIC_SECRET", "an-outage-test-needs-a-secret-of-32-characters"),
                Map.entry("CLINIC_SMTP_HOST", "127.0.0.1"),
                Map.entry("CLINIC_SMTP_PORT", Integer.toString(smtpPort)),
                Map.entry("CLINIC_SMTP_TLS", "off")));
        api = ClinicApi.of(clinic);
    }

    @AfterAll
    static void stop() {
        clinic.close();
        wire.close();
        database.close();
    }

    @Test
    void saysSoInSecondsWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() {
        LocalDate day = LocalDate.of(2026, 12, 2);
        String token = api.book(day.atTime(9, 0)).text("token");
        wire.cut();
        try {
            saysSoInSeconds(day, token);
        } finally {
            wire.mend();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> api.visit(token).status() == 200);
        assertThat(api.book(day.atTime(10, 0)).status()).isEqualTo(201);
    }

    private static void saysSoInSeconds(LocalDate day, String token) {
        long asked = System.nanoTime();
        ClinicApi.Answer away = api.book(day.atTime(10, 0));
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(ONE_WAIT);
        assertThat(away.status()).as(away.body()).isEqualTo(503);
        assertThat(away.contentType()).startsWith("application/problem+json");
        assertThat(away.body()).doesNotContain("Exception", "at clinic.", "mysql", "jdbc");
        assertThat(api.visit(token).status()).isEqualTo(503);
        assertThat(api.get("/health/ready").status()).isEqualTo(503);
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        asked = System.nanoTime();
        assertThat(api.get("/book", "Accept", "text/html").body()).doesNotContain("Exception", "at clinic.");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(ONE_WAIT);
    }

    /** The second finds what was remembered too old, and could wait for that as well. */
    @Test
    void letsASearchWaitOnceAtMostWhileTheDatabaseIsAway() {
        String search = "/api/v1/consultations/slots?days=7";
        assertThat(api.get(search).status()).isEqualTo(200);
        wire.cut();
        try {
            for (int time = 1; time <= 3; time++) {
                long asked = System.nanoTime();
                assertThat(api.get(search).status()).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - asked))
                        .as("search " + time)
                        .isLessThan(ONE_WAIT);
            }
        } finally {
            wire.mend();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> api.get(search).status() == 200);
    }

    /** A token stays good while nobody can look it up: whoever was told otherwise would make a new one. */
    @Test
    void tellsNobodyWhileTheDatabaseIsAwayThatTheirTokenOrSessionIsNoLongerGood() {
        String[] token = Staff.bearer(clinic, Role.NURSE);
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(api.get("/api/v1/appointments", token).status()).isEqualTo(200);
        wire.cut();
        try {
            assertThat(api.get("/api/v1/appointments", token)).satisfies(OutageIT::isAway);
            assertThat(api.send("POST", "/api/v1/patients/search", "{\"q\": \"ruiz\"}", token))
                    .satisfies(OutageIT::isAway);
            assertThat(nurse.get("/staff").statusCode()).isEqualTo(503);
            assertThat(Staff.at(clinic).signIn("nurse", "let-nurse-in").statusCode())
                    .isEqualTo(503);
        } finally {
            wire.mend();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/v1/appointments", token).status() == 200);
        assertThat(nurse.get("/staff").statusCode()).isEqualTo(200);
    }

    private static void isAway(ClinicApi.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    /** It takes connections and never answers, as when its disk or its machine hangs. */
    @Test
    void answersEverybodyWithinSecondsWhileTheDatabaseIsFrozen() throws Exception {
        String[] token = Staff.bearer(clinic, Role.NURSE);
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        List<IntSupplier> questions = List.of(
                () -> api.get("/book", "Accept", "text/html").status(),
                () -> api.get("/api/v1/consultations/slots?days=7").status(),
                () -> api.book(LocalDateTime.of(2026, 12, 4, 9, 0)).status(),
                () -> api.get("/api/v1/appointments", token).status(),
                () -> nurse.get("/staff").statusCode(),
                () -> api.get("/health/ready").status());
        signal("STOP");
        try {
            askTwice(questions);
        } finally {
            signal("CONT");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/v1/appointments", token).status() == 200);
        assertThat(api.book(LocalDateTime.of(2026, 12, 4, 9, 30)).status()).isEqualTo(201);
    }

    private static Duration timeOf(IntSupplier question) {
        long asked = System.nanoTime();
        assertThat(question.getAsInt()).isEqualTo(503);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(database.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** What runs by itself may wait for longer than a person; nobody waits for it. */
    @Test
    void answersEverybodyWithinSecondsWhileItsOwnWorkWaitsForASilentDatabase() throws Exception {
        String[] token = Staff.bearer(clinic, Role.NURSE);
        List<IntSupplier> questions = List.of(
                () -> api.book(LocalDateTime.of(2026, 12, 8, 9, 0)).status(),
                () -> api.get("/api/v1/appointments", token).status(),
                () -> api.get("/health/ready").status());
        wire.fallSilentAt("from outbox_mail");
        try {
            await().atMost(Duration.ofSeconds(20)).until(wire::isSilent);
            askTwice(questions);
        } finally {
            wire.cut();
            wire.mend();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/v1/appointments", token).status() == 200);
    }

    /** Four people at once ask everything, and then once more. */
    private static void askTwice(List<IntSupplier> questions) throws Exception {
        for (int round = 1; round <= 2; round++) {
            List<Future<Duration>> answers = new ArrayList<>();
            ExecutorService people = Executors.newFixedThreadPool(4 * questions.size());
            for (int person = 0; person < 4; person++) {
                questions.forEach(question -> answers.add(people.submit(() -> timeOf(question))));
            }
            people.shutdown();
            for (Future<Duration> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isLessThan(ONE_WAIT);
            }
        }
    }

    /** Somebody holds the row: who waits hears within seconds, and a wait that ends in time is no failure. */
    @Test
    void waitsForARowTwiceAndThenSaysSo() throws Exception {
        LocalDateTime start = LocalDateTime.of(2026, 12, 7, 9, 0);
        try (Connection other = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select * from resource_day where day = '2026-12-07' for update")
                    .close();
            assertThat(timeOf(() -> api.book(start).status())).isBetween(Duration.ofSeconds(3), ONE_WAIT);
            other.rollback();
        }
        assertThat(api.book(start).status()).isEqualTo(201);
    }

    /** The node stays in service; health page, figures and every page of staff say what is the matter. */
    private static void everybodySeesThatNothingLeaves() {
        ClinicApi.Answer ready = api.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("\"mail\"", "\"DOWN\"", "\"UNREACHABLE\"");
        assertThat(api.get("/metrics").body())
                .containsPattern("(?m)^mail_up(\\{[^}]*})? 0")
                .containsPattern("(?m)^mail_waiting(\\{[^}]*})? [1-9]");
        assertThat(Staff.signedIn(clinic, Role.NURSE).get("/staff").body())
                .contains("mail-banner", "No email has left since", "nothing answers at the mail server");
    }

    /** A server that is away takes no letters beyond ASCII before the at sign, as far as anybody knows. */
    @Test
    void takesNoAddressItMayNotBeAbleToDeliverTo() {
        LocalDateTime start = LocalDateTime.of(2026, 12, 4, 10, 0);
        assertThat(api.book(start.plusDays(5)).status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/health/ready").body().contains("\"DOWN\""));
        String booking = ClinicApi.booking(start).toString();
        ClinicApi.Answer refused = api.book(booking.replace("ana@example.org", "miloš@example.org"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("MAILBOX_OUT_OF_REACH", "patient.email", "before the @");
        assertThat(api.book(booking.replace("ana@example.org", "ana@škoda.example"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void sendsTheMailItOwesWhenTheMailServerComesBackEvenAfterAKill() {
        LocalDateTime start = LocalDateTime.of(2026, 12, 3, 9, 0);
        assertThat(api.book(start).status()).isEqualTo(201);
        clinic.kill();
        clinic.restart();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(OutageIT::everybodySeesThatNothingLeaves);
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> assertThat(server.getReceivedMessages())
                    .anySatisfy(mail -> assertThat(mail.getSubject()).contains("Thu, Dec 3")));
            await().atMost(Duration.ofSeconds(25))
                    .until(() -> api.get("/health/ready").body().contains("\"UP\"")
                            && !Staff.signedIn(clinic, Role.NURSE)
                                    .get("/staff")
                                    .body()
                                    .contains("mail-banner"));
        } finally {
            server.stop();
        }
    }
}
