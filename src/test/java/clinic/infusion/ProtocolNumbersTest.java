package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Refusal;
import clinic.capacity.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtocolNumbersTest {
    private static final int DAY = 660;

    /** Six visits as the house ships them, some numbers of which are others. */
    static ProtocolNumbers mood(Map<String, Integer> others, Integer... checkpoints) {
        return new ProtocolNumbers(
                others.getOrDefault("visits", 6),
                Gap.Unit.CALENDAR_DAYS,
                others.getOrDefault("gapLeast", 2),
                others.getOrDefault("gapTarget", 3),
                others.getOrDefault("gapMost", 5),
                others.getOrDefault("windowDays", 21),
                ProtocolNumbers.ANY_SPLITS,
                Purpose.MOOD,
                15,
                others.getOrDefault("infusion", 45),
                40,
                others.getOrDefault("infusionMost", 60),
                30,
                20,
                60,
                15,
                others.getOrDefault("acuity", 2),
                Set.of(checkpoints));
    }

    private static List<String> wrong(ProtocolNumbers numbers) {
        return numbers.refusals(DAY).stream().map(Refusal::field).toList();
    }

    @Test
    void areFineAsTheHouseShipsThem() {
        assertThat(wrong(mood(Map.of(), 2, 6))).isEmpty();
        assertThat(mood(Map.of(), 2, 6).protocol("MOOD_6", 1)).isEqualTo(Courses.MOOD_6);
    }

    @Test
    void nameEveryFieldAtFaultAtOnce() {
        assertThat(wrong(mood(Map.of("gapTarget", 6, "infusion", 61, "acuity", 7), 2, 7)))
                .containsExactly("gapTarget", "infusion", "acuity", "checkpoints");
    }

    @Test
    void sayBetweenWhichBoundsANumberMayLie() {
        assertThat(mood(Map.of("gapMost", 1)).refusals(DAY).get(0).facts()).isEqualTo(Map.of("least", 2, "most", 365));
    }

    @Test
    void wantAWindowTheVisitsFitIn() {
        assertThat(wrong(mood(Map.of("windowDays", 9)))).containsExactly("windowDays");
        assertThat(wrong(mood(Map.of("windowDays", 10)))).isEmpty();
        assertThat(wrong(mood(Map.of("visits", 1, "windowDays", 0)))).isEmpty();
    }

    @Test
    void wantAVisitThatFitsIntoADay() {
        ProtocolNumbers longOnes = mood(Map.of("infusion", 120, "infusionMost", 120));

        assertThat(longOnes.refusals(165)).isEmpty();
        assertThat(longOnes.refusals(164)).extracting(Refusal::field).containsExactly("infusion");
    }
}
