package clinic.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weight in pounds with the kilograms beside, whatever it was entered in. */
class WeightTest {
    @ParameterizedTest
    @CsvSource({
        "154, 69853, 154 lb (69.9 kg)",
        "154.3, 69989, 154.3 lb (70 kg)",
        "0.1, 45, 0.1 lb (0 kg)",
        "1, 454, 1 lb (0.5 kg)"
    })
    void ofPoundsIsShownInBoth(BigDecimal pounds, int grams, String text) {
        assertThat(Weight.ofPounds(pounds).grams()).isEqualTo(grams);
        assertThat(Weight.ofPounds(pounds)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"70.5, 155.4 lb (70.5 kg)", "70, 154.3 lb (70 kg)", "100, 220.5 lb (100 kg)"})
    void ofKilogramsIsShownInBoth(BigDecimal kilograms, String text) {
        assertThat(Weight.ofKilograms(kilograms)).hasToString(text);
    }

    @Test
    void tooGreatForANumberIsAsGreatAsOneCanBe() {
        assertThat(Weight.ofPounds(new BigDecimal("999999999e9")).grams()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"77000, false", "77001, true", "63000, false", "62999, true"})
    void isFarFromAnotherByMoreThanThePercentOfTheFirst(int grams, boolean far) {
        assertThat(new Weight(70_000).isFurtherThan(10, new Weight(grams))).isEqualTo(far);
    }
}
