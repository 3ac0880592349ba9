package clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clinic.booking.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits as somebody wishes them, with the clinic's where they say nothing. */
class ClinicalLimitsTest {
    private static ClinicalLimits of(Limit limit, int value) {
        return new ClinicalLimits(Map.of(limit, value));
    }

    @Test
    void beginWithTheUsualValues() {
        assertThat(ClinicalLimits.USUAL.refusals(ClinicalLimits.NONE)).isEmpty();
        assertThat(ClinicalLimits.USUAL.text())
                .startsWith("SYSTOLIC_LOW=90,SYSTOLIC_HIGH=160,DIASTOLIC_LOW=50,DIASTOLIC_HIGH=100,"
                        + "PULSE_LOW=50,PULSE_HIGH=110,SATURATION_LOW=94,");
    }

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(ClinicalLimits.parse(ClinicalLimits.USUAL.text())).isEqualTo(ClinicalLimits.USUAL);
        assertThat(ClinicalLimits.parse("")).isEqualTo(ClinicalLimits.NONE);
    }

    @Test
    void ofAProtocolComeBeforeTheClinics() {
        ClinicalLimits both = of(Limit.SYSTOLIC_HIGH, 150).over(ClinicalLimits.USUAL);

        assertThat(both.of(Limit.SYSTOLIC_HIGH)).isEqualTo(150);
        assertThat(both.of(Limit.SYSTOLIC_LOW)).isEqualTo(90);
    }

    @Test
    void eachKeepsToItsBounds() {
        for (Limit limit : Limit.values()) {
            assertThat(of(limit, limit.least() - 1).refusals(ClinicalLimits.NONE))
                    .extracting(Refusal::field)
                    .containsExactly(limit.word());
            assertThat(of(limit, limit.most() + 1).refusals(ClinicalLimits.NONE))
                    .extracting(Refusal::facts)
                    .containsExactly(Map.of("least", limit.least(), "most", limit.most()));
            assertThat(of(limit, limit.least()).refusals(ClinicalLimits.NONE)).isEmpty();
        }
    }

    @Test
    void aHighOneLiesAboveItsLowOne() {
        assertThat(of(Limit.SYSTOLIC_LOW, 120)
                        .over(of(Limit.SYSTOLIC_HIGH, 120))
                        .refusals(ClinicalLimits.NONE))
                .extracting(Refusal::field, Refusal::facts)
                .containsExactly(tuple("systolicHigh", Map.of("least", 121, "most", 220)));
        assertThat(of(Limit.PULSE_LOW, 80).refusals(of(Limit.PULSE_HIGH, 80)))
                .extracting(Refusal::field, Refusal::facts)
                .containsExactly(tuple("pulseLow", Map.of("least", 30, "most", 79)));
    }
}
