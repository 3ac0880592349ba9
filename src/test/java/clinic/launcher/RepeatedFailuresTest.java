package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.platform.LauncherCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedFailuresTest {
    private long now;
    private final FailureCount count = new FailureCount(() -> now);

    private static LogRecord failure(String logger, String message, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return entry;
    }

    private static LogRecord away() {
        return failure("pool", "no connection", new IllegalStateException("7", new SQLException("refused")));
    }

    @Test
    void tellsEachKindOnceAndThenHowManyThereWere() {
        assertThat(count.isNews(away())).isTrue();
        for (int again = 0; again < 626; again++) {
            assertThat(count.isNews(away())).isFalse();
        }
        assertThat(count.isNews(failure("pool", "no connection", new IllegalStateException("a defect"))))
                .as("another kind")
                .isTrue();
        assertThat(count.repeated())
                .singleElement()
                .satisfies(pool -> assertThat(pool.times()).isEqualTo(626))
                .satisfies(pool -> assertThat(pool.kind()).startsWith("pool: java.sql.SQLException at "));
        assertThat(count.repeated()).isEmpty();
    }

    @Test
    void takesTextsThatDifferInNumbersOnlyForOneKind() {
        assertThat(count.isNews(failure("courier", "Email 17 waits for 30 s", null)))
                .isTrue();
        assertThat(count.isNews(failure("courier", "Email 18 waits for 60 s", null)))
                .isFalse();
        assertThat(count.isNews(failure("courier", "The server hung up", null))).isTrue();
    }

    @Test
    void isNewsAgainAfterAWhile() {
        count.isNews(away());
        now += Duration.ofMinutes(11).toNanos();
        assertThat(count.isNews(away())).isTrue();
    }

    @Test
    void tellsWhatIsNoFailureAlways() {
        LogRecord entry = new LogRecord(Level.INFO, "hello");
        assertThat(List.of(count.isNews(entry), count.isNews(entry))).containsOnly(true);
    }

    /** Each of them has a reference that somebody was told. */
    @Test
    void tellsEveryFailureThatHasAReference() {
        LogRecord entry = failure("clinic.platform.FailureLog", "unexpected failure 0a1b2c3d", null);
        assertThat(List.of(count.isNews(entry), count.isNews(entry))).containsOnly(true);
    }

    @Test
    void saysEveryMinuteHowManyThereWere() {
        RepeatedFailures failures = new RepeatedFailures(Optional.empty(), () -> now, new FailureEvents());
        List<LogRecord> said = new ArrayList<>();
        Logger log = Logger.getLogger("clinic.failures");
        log.setFilter(entry -> !said.add(entry));
        try {
            for (int outage = 0; outage < 4; outage++) {
                failures.isLoggable(away());
            }
            failures.tellCounts();
            failures.tellCounts();
        } finally {
            log.setFilter(null);
        }
        assertThat(said).singleElement().satisfies(entry -> {
            assertThat(entry.getParameters()[0]).isEqualTo(3L);
            assertThat(List.of(failures.isLoggable(entry), failures.isLoggable(entry)))
                    .as("and are no failure themselves")
                    .containsOnly(true);
        });
    }

    /** The log tells of most of them by their number only; none of its text goes into a metric. */
    @Test
    void countsEveryFailureByItsKindForTheApplication() {
        RepeatedFailures failures = new RepeatedFailures(Optional.empty(), () -> now, new FailureEvents().register());
        for (int outage = 0; outage < 4; outage++) {
            failures.isLoggable(away());
        }
        failures.isLoggable(failure("courier", "Email to Ana waits", null));
        failures.isLoggable(new LogRecord(Level.INFO, "hello"));
        assertThat(LauncherCounts.drain(FailureEvents.NAME))
                .containsExactlyInAnyOrderEntriesOf(Map.of("pool SQLException", 4L, "courier", 1L));
        assertThat(LauncherCounts.drain(FailureEvents.NAME)).isEmpty();
    }

    @Test
    void countsFurtherKindsTogether() {
        FailureEvents events = new FailureEvents();
        for (int kind = 0; kind < 300; kind++) {
            events.add(failure("logger" + kind, "failed", null));
        }
        assertThat(events.drain()).hasSize(201).containsEntry("other", 100L);
    }

    @Test
    void keepsTheFirstTraceOfEachKindInAFileOfItsOwn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("failures.log");
        RepeatedFailures failures = new RepeatedFailures(Optional.of(file), () -> now, new FailureEvents());
        for (int outage = 0; outage < 1000; outage++) {
            failures.isLoggable(away());
            now += Duration.ofMinutes(1).toNanos();
        }
        failures.isLoggable(failure("x", "another", null));
        assertThat(Files.readString(file))
                .containsOnlyOnce("Caused by: java.sql.SQLException: refused")
                .contains("another");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
