package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A patient cannot be at two visits at once. */
class OtherVisitsTest {
    private static final long ANA = 1;
    private static final long BEA = 2;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
    private static final OtherVisits ONE = new OtherVisits(List.of(new OtherVisits.Hers(ANA, 17, at(36, 40))));

    private static Slot at(int start, int end) {
        return new Slot(DAY, new QuarterHours(start, end));
    }

    @Test
    void areInTheWayOfTheirOwnPatientOnly() {
        assertThat(ONE.leave(ANA, 0, at(39, 41))).isFalse();
        assertThat(ONE.leave(ANA, 0, at(40, 42))).isTrue();
        assertThat(ONE.leave(ANA, 0, new Slot(DAY.plusDays(1), new QuarterHours(36, 40))))
                .isTrue();
        assertThat(ONE.leave(BEA, 0, at(39, 41))).isTrue();
    }

    @Test
    void doNotStandInTheWayOfThemselves() {
        assertThat(ONE.leave(ANA, 17, at(36, 40))).isTrue();
    }

    @Test
    void countWhatWasJustProposedToHer() {
        OtherVisits both = ONE.with(ANA, 18, at(60, 62));
        assertThat(both.leave(ANA, 19, at(61, 63))).isFalse();
        assertThat(both.leave(ANA, 18, at(61, 63))).isTrue();
        assertThat(both.leave(ANA, 19, at(37, 38))).isFalse();
    }
}
