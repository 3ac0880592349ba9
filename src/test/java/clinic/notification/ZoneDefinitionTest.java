package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneDefinitionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/Los_Angeles | BYMONTH=3;BYDAY=2SU  | -0700 | 20250309T020000",
                "America/Los_Angeles | BYMONTH=11;BYDAY=1SU | -0800 | 20251102T020000",
                "Europe/Paris        | BYMONTH=10;BYDAY=-1SU | +0100 | 20251026T030000",
                "Asia/Jerusalem      | BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR | +0300 | 20250328T020000"
            })
    void spellsOutWhenClocksChange(String zone, String rule, String offset, String first) {
        assertThat(ZoneDefinition.of(ZoneId.of(zone), 2026).toString())
                .contains(rule, "TZOFFSETTO:" + offset, "DTSTART:" + first);
    }

    @ParameterizedTest
    @CsvSource({"America/Phoenix, -0700", "UTC, +0000", "Asia/Kolkata, +0530"})
    void spellsOutThatTheyNeverDo(String zone, String offset) {
        assertThat(ZoneDefinition.of(ZoneId.of(zone), 2026).toString())
                .contains("TZOFFSETTO:" + offset)
                .doesNotContain("RRULE", "DAYLIGHT");
    }
}
