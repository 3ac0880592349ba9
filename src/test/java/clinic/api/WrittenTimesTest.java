package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:30:00-08:00, 2026-11-24T09:30",
        "2026-11-24T17:30:00Z, 2026-11-24T09:30",
        "2026-11-24T18:30+01:00, 2026-11-24T09:30",
        "2026-11-25T02:30:00+09:00, 2026-11-24T09:30",
        "2026-11-24T09:30, 2026-11-24T09:30",
        "2026-11-24T09:30:00.000, 2026-11-24T09:30",
        "2026-07-01T16:30:00Z, 2026-07-01T09:30",
        "2026-11-24T09:30:01.5-08:00, 2026-11-24T09:30:01.5"
    })
    void readsAnyOffsetOnTheClinicsWallClock(String text, LocalDateTime expected) {
        assertThat(WrittenTimes.moment(text, ZONE)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-11-24",
                "2026-11-24 09:30",
                "2026-13-01T09:30",
                "2026-02-30T09:30",
                "2026-11-24T24:00",
                "2026-11-24T09:60",
                "2026-11-24T09:30-19:00",
                "2026-11-24T09:30-08:00[America/Los_Angeles]",
                "26-11-24T09:30",
                "+12026-11-24T09:30",
                "-2026-11-24T09:30",
                "1795512600",
                "2026-11-24T09:30:00-08:00 "
            })
    void doesNotGuess(String text) {
        assertThat(WrittenTimes.moment(text, ZONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-2-1", "2026-02-30", "2026-11-24T00:00", "20261124", "+12026-11-24", "24.11.2026"})
    void takesOnlyWholeDates(String text) {
        assertThat(WrittenTimes.date(text)).isEmpty();
    }

    @Test
    void writesTheOffsetThatHolds() {
        assertThat(WrittenTimes.text(ZonedDateTime.of(2026, 10, 30, 9, 0, 0, 0, ZONE)))
                .isEqualTo("2026-10-30T09:00:00-07:00");
        assertThat(WrittenTimes.text(ZonedDateTime.of(2026, 11, 2, 9, 0, 0, 0, ZONE)))
                .isEqualTo("2026-11-02T09:00:00-08:00");
    }

    @Test
    void readsNoYearThatNobodyLivesIn() {
        assertThat(WrittenTimes.date("2999-12-31")).isPresent();
        assertThat(WrittenTimes.date("3000-01-01")).isEmpty();
        assertThat(WrittenTimes.date("1899-12-31")).isEmpty();
        assertThat(WrittenTimes.moment("9999-12-31T23:59:59+18:00", java.time.ZoneId.of("America/Los_Angeles")))
                .isEmpty();
    }
}
