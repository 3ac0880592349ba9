package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 0", "5, 15", "6, 30", "7, 60", "8, 120", "9, 240", "10, 240", "1000000, 240"})
    void doublesWithEveryFurtherFailure(int failures, int minutes) {
        assertThat(LockOut.after(failures)).hasMinutes(minutes);
    }
}
