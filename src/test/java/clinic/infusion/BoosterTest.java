package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.protocol.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody should come again whose last treatment was on November 9, 2026. */
class BoosterTest {
    private static final Gap FOUR_WEEKS = new Gap(Gap.Unit.CALENDAR_DAYS, 14, 28, 42);
    private static final BoosterWindow WINDOW = BoosterWindow.after(LocalDate.of(2026, 11, 9), FOUR_WEEKS);
    private static final Optional<Booster.Invited> INVITED =
            Optional.of(new Booster.Invited(Booster.Way.LETTER, "fay", Instant.EPOCH));

    private static Booster booster(Optional<LocalDate> planned, int lastYear, Optional<Booster.Invited> invited) {
        return new Booster("BOOST_MOOD", WINDOW, planned, lastYear, invited, true, "");
    }

    @Test
    void isCountedFromTheLastTreatment() {
        assertThat(WINDOW.opens()).isEqualTo("2026-11-23");
        assertThat(WINDOW.due()).isEqualTo("2026-12-07");
        assertThat(WINDOW.closes()).isEqualTo("2026-12-21");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, false, false",
        "2026-11-23, true, true",
        "2026-12-21, true, true",
        "2026-12-22, true, false"
    })
    void isDueFromTheFirstDayOfItsWindowAndInvitedToUntilTheLast(LocalDate today, boolean due, boolean invite) {
        Booster booster = booster(Optional.empty(), 6, Optional.empty());
        assertThat(booster.isDue(today)).isEqualTo(due);
        assertThat(booster.isToInvite(today)).isEqualTo(invite);
    }

    @Test
    void isInvitedToOnceAndNotWhenItIsBooked() {
        LocalDate today = WINDOW.due();
        assertThat(booster(Optional.empty(), 6, INVITED).isToInvite(today)).isFalse();
        assertThat(booster(Optional.empty(), 6, INVITED).isDue(today)).isTrue();
        assertThat(booster(Optional.of(today), 6, Optional.empty()).isDue(today))
                .isFalse();
    }

    @Test
    void warnsFromTwelveInAYearOn() {
        assertThat(booster(Optional.empty(), 11, Optional.empty()).isManyInAYear())
                .isFalse();
        assertThat(booster(Optional.empty(), 12, Optional.empty()).isManyInAYear())
                .isTrue();
    }

    @Test
    void isOverdueAfterTheDayAimedAt() {
        Due due = Due.booster(booster(Optional.empty(), 6, Optional.empty()));
        assertThat(due.isOverdue(WINDOW.due())).isFalse();
        assertThat(due.isOverdue(WINDOW.due().plusDays(1))).isTrue();
    }
}
