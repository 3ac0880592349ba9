package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.logging.Level;
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
}
