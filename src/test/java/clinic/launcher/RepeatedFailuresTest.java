package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
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

    @Test
    void keepsTheFirstTraceOfEachKindInAFileOfItsOwn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("failures.log");
        RepeatedFailures failures = new RepeatedFailures(Optional.of(file));
        for (int outage = 0; outage < 1000; outage++) {
            failures.isLoggable(away());
        }
        failures.isLoggable(failure("x", "another", null));
        assertThat(Files.readString(file))
                .containsOnlyOnce("Caused by: java.sql.SQLException: refused")
                .contains("another");
    }
}
