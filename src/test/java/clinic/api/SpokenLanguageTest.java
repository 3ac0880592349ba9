package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.patient.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | SPANISH",
                "es-MX, en;q=0.5 | SPANISH",
                "en;q=0.5, es;q=0.9 | SPANISH",
                "fr, es;q=0.1 | SPANISH",
                "es;q=0, en | ENGLISH",
                "es;q=0 | ENGLISH",
                "en-GB | ENGLISH",
                "fr | ENGLISH",
                "* | ENGLISH",
                ";;;=,== | ENGLISH",
                "'' | ENGLISH"
            })
    void takesTheFirstLanguageTheClinicSpeaks(String header, Language expected) {
        assertThat(SpokenLanguage.of(header)).isEqualTo(expected);
    }

    @Test
    void speaksEnglishToWhoDoesNotSay() {
        assertThat(SpokenLanguage.of(null)).isEqualTo(Language.ENGLISH);
    }
}
