package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.testing.ClinicApi;
import clinic.testing.LedgerByHand;
import clinic.testing.RunningClinic;
import clinic.testing.WithPeopleOfItsOwn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The power fails while eight people book: nothing confirmed is lost, nothing half-booked stays, every letter leaves. */
@WithPeopleOfItsOwn
class KillIT {
    private static final int PEOPLE = 8;
    private static final int BEFORE_THE_POWER_FAILS = 40;

    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void losesNothingThatWasConfirmed() throws Exception {
        try (RunningClinic clinic = RunningClinic.start(RunningClinic.demo())) {
            ClinicApi api = ClinicApi.of(clinic);
            ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
            for (int person = 0; person < PEOPLE; person++) {
                people.submit(() -> bookUntilThePowerFails(api));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> confirmed.size() >= BEFORE_THE_POWER_FAILS);
            clinic.kill();
            people.shutdown();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            clinic.restart();
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
        try (ResultSet rows =
                database.createStatement().executeQuery("select count(*) from outbox_mail where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static long letters(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }
}
