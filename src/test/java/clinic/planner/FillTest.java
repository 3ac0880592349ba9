package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner against first fit, with the same patients in the same house. */
class FillTest {
    @ParameterizedTest
    @ValueSource(longs = {20260302, 7, 42})
    void placesAsManyAndKeepsGapsAndRoomsMoreEven(long seed) {
        Filling.Report planned = Filling.of(60, seed, Filling::best);
        Filling.Report fitted = Filling.of(60, seed, Filling::firstFit);

        assertThat(planned.placed()).isGreaterThanOrEqualTo(fitted.placed());
        assertThat(planned.onTarget()).isGreaterThan(fitted.onTarget());
        assertThat(planned.peakToMean()).isLessThan(fitted.peakToMean());
    }
}
