package clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Refusal;
import clinic.planner.Courses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolNumbersTest {
    private static final int DAY = 660;

    private static List<String> wrong(ProtocolNumbers numbers) {
        return numbers.refusals(DAY, ClinicalLimits.USUAL).stream()
                .map(Refusal::field)
                .toList();
    }

    @Test
    void areFineAsTheHouseShipsThem() {
        assertThat(wrong(SomeNumbers.mood(Map.of(), 2, 6))).isEmpty();
        assertThat(SomeNumbers.mood(Map.of(), 2, 6).protocol("MOOD_6", 1)).isEqualTo(Courses.MOOD_6);
    }

    @Test
    void nameEveryFieldAtFaultAtOnce() {
        assertThat(wrong(SomeNumbers.mood(Map.of("gapTarget", 6, "infusion", 61, "acuity", 7), 2, 7)))
                .containsExactly("gapTarget", "infusion", "acuity", "checkpoints");
    }

    @Test
    void sayBetweenWhichBoundsANumberMayLie() {
        assertThat(SomeNumbers.mood(Map.of("gapMost", 1))
                        .refusals(DAY, ClinicalLimits.USUAL)
                        .get(0)
                        .facts())
                .isEqualTo(Map.of("least", 2, "most", 365));
    }

    @Test
    void wantAWindowTheVisitsFitIn() {
        assertThat(wrong(SomeNumbers.mood(Map.of("windowDays", 9)))).containsExactly("windowDays");
        assertThat(wrong(SomeNumbers.mood(Map.of("windowDays", 10)))).isEmpty();
        assertThat(wrong(SomeNumbers.mood(Map.of("visits", 1, "windowDays", 0))))
                .isEmpty();
    }

    @Test
    void wantAVisitThatFitsIntoADay() {
        ProtocolNumbers longOnes = SomeNumbers.mood(Map.of("infusion", 120, "infusionMost", 120));

        assertThat(longOnes.refusals(165, ClinicalLimits.USUAL)).isEmpty();
        assertThat(longOnes.refusals(164, ClinicalLimits.USUAL))
                .extracting(Refusal::field)
                .containsExactly("infusion");
    }
}
