package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.launcher.EmbeddedDatabase;
import clinic.testing.ClinicApi;
import clinic.testing.LedgerByHand;
import clinic.testing.RunningClinic;
import clinic.testing.WithPeopleOfItsOwn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The power fails: while a demonstration is filled, while eight people book. The next start goes on where it was cut off;
 * nothing confirmed is lost, nothing half-booked stays, every email leaves. Then the database alone is killed, and what is
 * there in the end is backed up while the clinic runs, and restored into an empty home. What a kill leaves of a migration
 * is tried in {@code CutMigrationIT}.
 */
@Order(1)
@WithPeopleOfItsOwn
class KillIT {
    private static final int PEOPLE = 8;
    private static final int BEFORE_THE_POWER_FAILS = 40;

    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void losesNothingThatWasConfirmed() throws Exception {
        try (RunningClinic clinic = RunningClinic.prepare(
                Map.of("CLINIC_DEMO", "true", "CLINIC_NOW", DemoDay.NOW, "CLINIC_RATE_LIMIT", "0"))) {
            cutOff(clinic, "select count(*) > 5 from appointment");
            clinic.restart();
            ClinicApi api = ClinicApi.of(clinic);
            theDemonstrationIsWhole(clinic);
            DemoDay.hasSomethingToDoForEverybody(clinic);
            ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
            for (int person = 0; person < PEOPLE; person++) {
                people.submit(() -> bookUntilThePowerFails(api));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> confirmed.size() >= BEFORE_THE_POWER_FAILS);
            ProcessHandle leftOver = clinic.databaseProcess();
            clinic.kill();
            assertThat(leftOver.isAlive()).isTrue();
            people.shutdown();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            clinic.restart();
            assertThat(leftOver.isAlive()).isFalse();
            assertThat(confirmed)
                    .allSatisfy(
                            token -> assertThat(api.visit(token).text("status")).isEqualTo("BOOKED"));
            try (Connection database = clinic.database()) {
                assertThat(LedgerByHand.mismatches(database)).isEmpty();
                assertThat(LedgerByHand.claims(database)).isGreaterThanOrEqualTo(2 * confirmed.size());
                await().atMost(Duration.ofSeconds(120)).until(() -> count(database, "state = 'QUEUED'") == 0);
                assertThat(count(database, "state = 'SENT'"))
                        .isEqualTo(count(database, "recipient not like '%.invalid'"));
                assertThat(letters(clinic.home())).isGreaterThanOrEqualTo(confirmed.size());
            }
            comesBackWhenTheDatabaseAloneIsKilled(clinic, api);
            isBackedUpAndRestored(clinic);
        }
    }

    /** Starts it and ends it as soon as the database says yes. */
    private static void cutOff(RunningClinic clinic, String question) {
        clinic.launch();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(80))
                .ignoreExceptionsMatching(
                        notYet -> notYet instanceof SQLException || notYet instanceof UncheckedIOException)
                .until(() -> {
                    try (Connection database = clinic.database()) {
                        return number(database, question) == 1;
                    }
                });
        assertThat(clinic.isReady()).isFalse();
        clinic.kill();
    }

    private static void theDemonstrationIsWhole(RunningClinic clinic) throws SQLException {
        try (Connection database = clinic.database()) {
            assertThat(number(database, "select count(*) from start_step where done_at is null"))
                    .isZero();
            int people = number(database, "select count(*) from patient");
            assertThat(people).isGreaterThanOrEqualTo(18);
            assertThat(number(database, "select count(distinct email) from patient"))
                    .isEqualTo(people);
            assertThat(number(database, "select count(distinct patient_id) from appointment"))
                    .isEqualTo(people);
            assertThat(number(database, "select count(*) from appointment")).isGreaterThanOrEqualTo(22);
            assertThat(LedgerByHand.mismatches(database)).isEmpty();
        }
    }

    private void comesBackWhenTheDatabaseAloneIsKilled(RunningClinic clinic, ClinicApi api) {
        String visit = confirmed.peek();
        clinic.databaseProcess().destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> api.visit(visit).status() == 503);
        await().atMost(Duration.ofSeconds(90)).until(() -> api.visit(visit).status() == 200);
        assertThat(clinic.said())
                .contains("The database ended by itself; starting it again", "The database runs again");
    }

    /** With an email that waits, as one does when the mail server is away. */
    private void isBackedUpAndRestored(RunningClinic clinic) throws Exception {
        Path folder = Files.createTempDirectory("clinic-backup");
        Path file = folder.resolve("clinic.zip");
        Path home = folder.resolve("home");
        int sent;
        try (Connection database = clinic.database()) {
            database.createStatement()
                    .executeUpdate(
                            "update outbox_mail set state = 'QUEUED', sent_at = null,"
                                    + " next_attempt_at = utc_timestamp(6) + interval 1 hour where state = 'SENT' order by id limit 3");
            sent = count(database, "state = 'SENT'");
            assertThat(RunningClinic.command(clinic.home(), "backup", file.toString()))
                    .contains("Backed up");
        }
        assertThat(clinic.isReady()).isTrue();
        RunningClinic.command(home, "restore", file.toString());
        try (EmbeddedDatabase restored = EmbeddedDatabase.start(home);
                Connection there = DriverManager.getConnection(restored.url(), restored.user(), restored.password());
                Connection here = clinic.database()) {
            for (String table :
                    List.of("appointment", "claim", "patient", "audit_entry", "outbox_mail", "resource_day")) {
                assertThat(number(there, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo(number(here, "select count(*) from " + table));
            }
            assertThat(count(there, "state = 'QUEUED'")).isZero();
            assertThat(count(there, "state = 'SENT'")).isEqualTo(sent);
            assertThat(count(there, "state = 'UNDELIVERABLE' and last_error like 'RESTORED%'"))
                    .isEqualTo(3);
            assertThat(LedgerByHand.mismatches(there)).isEmpty();
        }
        assertThat(Files.readString(home.resolve("secret")))
                .isEqualTo(Files.readString(clinic.home().resolve("secret")));
    }

    private static int number(Connection database, String question) throws SQLException {
        try (ResultSet rows = database.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void bookUntilThePowerFails(ClinicApi api) {
        try {
            while (true) {
                int slot = next.getAndIncrement();
                LocalDateTime start = openDay(slot / 22).atTime(8, 0).plusMinutes(30L * (slot % 22));
                ClinicApi.Answer answer = api.book(start);
                if (answer.status() == 201) {
                    confirmed.add(answer.text("token"));
                }
            }
        } catch (UncheckedIOException powerFailed) {
            Thread.currentThread().interrupt();
        }
    }

    private static LocalDate openDay(int index) {
        return LocalDate.of(2026, 12, 7).plusDays(index / 5 * 7L + index % 5);
    }

    private static int count(Connection database, String condition) throws SQLException {
        return number(database, "select count(*) from outbox_mail where " + condition);
    }

    private static long letters(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }
}
