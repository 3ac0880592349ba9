package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class FailureLogTest {
    @Test
    void tellsWhatFailedWhereAndNeverWithWhichValues() {
        SQLException cause = new SQLException("Data too long for 'Ana Ruiz'");
        String trace = FailureLog.trace(new IllegalStateException("ana@example.org", cause));
        assertThat(trace)
                .contains("java.lang.IllegalStateException", "caused by java.sql.SQLException", "FailureLogTest")
                .doesNotContain("Ana", "ana@");
    }

    @Test
    void givesEveryFailureItsOwnReference() {
        Logger.getLogger(FailureLog.class.getName()).setLevel(Level.OFF);
        Throwable failure = new IllegalStateException();
        assertThat(FailureLog.write(failure)).isNotEqualTo(FailureLog.write(failure));
    }

    @Test
    void writesTheTraceOfAKindOnceAndThenALineWithEveryReference() {
        Logger log = Logger.getLogger(FailureLog.class.getName());
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        log.setLevel(Level.ALL);
        log.setUseParentHandlers(false);
        log.addHandler(handler);
        try {
            List<String> references = new ArrayList<>();
            for (int time = 0; time < 3; time++) {
                references.add(FailureLog.write(new UnsupportedOperationException("Ana Ruiz")));
            }
            assertThat(lines.get(0)).contains(references.get(0), "\n    at ");
            assertThat(lines.get(2))
                    .contains(references.get(2), "time 3", "as " + references.get(0), "UnsupportedOperationException")
                    .doesNotContain("\n", "Ana");
        } finally {
            log.removeHandler(handler);
            log.setUseParentHandlers(true);
        }
    }
}
