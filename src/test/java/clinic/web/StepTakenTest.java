package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.booking.BookingRefused;
import clinic.booking.Edge;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTakenTest {
    @Test
    void readsWhatAButtonSays() {
        assertThat(StepTaken.read("17:CHECK_IN:3")).isEqualTo(new StepTaken(17, Edge.CHECK_IN, OptionalInt.of(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "17:DANCE:3", "x:CHECK_IN:3", "17:CHECK_IN", "17:CHECK_IN:x"})
    void refusesWhatNoButtonOfOursSays(String written) {
        assertThatExceptionOfType(BookingRefused.class).isThrownBy(() -> StepTaken.read(written));
    }
}
