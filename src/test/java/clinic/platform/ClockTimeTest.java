package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTimeTest {
    @ParameterizedTest
    @CsvSource({
        "en, 08:00, 8:00 AM",
        "en, 12:30, 12:30 PM",
        "en-US, 19:00, 7:00 PM",
        "es, 08:00, 8:00 a. m.",
        "es, 12:30, 12:30 p. m.",
        "es, 19:00, 7:00 p. m."
    })
    void isSpelledOneWay(String language, LocalTime time, String said) {
        assertThat(ClockTime.text(time, Locale.forLanguageTag(language))).isEqualTo(said.replace(". m", ".\u00a0m"));
    }
}
