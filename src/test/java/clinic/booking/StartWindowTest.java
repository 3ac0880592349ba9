package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Purpose;
import clinic.testing.House;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An infusion begins where it was booked, or goes to now first. */
class StartWindowTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
    private static final Treatment HOW = Treatment.of(Purpose.MOOD, 15, 45, 30, 15, 2);
    /** At two o'clock; its drip begins at a quarter past. */
    private static final Slot SLOT = new Slot(DAY, new QuarterHours(56, 62));

    private static Optional<LocalDateTime> movesTo(LocalDateTime now) {
        return StartWindow.movesTo(SLOT, HOW, Duration.ofMinutes(30), now.atZone(House.ZONE));
    }

    @Test
    void beginsInItsPlaceFromHalfAnHourBefore() {
        assertThat(movesTo(DAY.atTime(13, 30))).isEmpty();
        assertThat(movesTo(DAY.atTime(13, 29, 59))).contains(DAY.atTime(13, 15));
    }

    @Test
    void beginsInItsPlaceUntilHalfAnHourAfterItWasToBegin() {
        assertThat(movesTo(DAY.atTime(14, 45))).isEmpty();
        assertThat(movesTo(DAY.atTime(14, 45, 1))).contains(DAY.atTime(14, 45));
    }

    @Test
    void beginsInItsPlaceAsFarOffAsTheLimitSays() {
        assertThat(StartWindow.movesTo(
                        SLOT, HOW, Duration.ofMinutes(10), DAY.atTime(13, 45).atZone(House.ZONE)))
                .contains(DAY.atTime(13, 45));
        assertThat(StartWindow.movesTo(
                        SLOT, HOW, Duration.ofMinutes(60), DAY.atTime(13, 5).atZone(House.ZONE)))
                .isEmpty();
    }

    @Test
    void goesToTheQuarterHourThatHasBegunOnWhateverDayItIs() {
        assertThat(movesTo(DAY.atTime(7, 58))).contains(DAY.atTime(7, 45));
        assertThat(movesTo(DAY.plusDays(1).atTime(14, 0)))
                .contains(DAY.plusDays(1).atTime(14, 0));
    }
}
