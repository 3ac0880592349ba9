package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final QuarterHours HOURS = QuarterHours.between(LocalTime.of(8, 0), LocalTime.of(10, 0));

    private static Strip strip(int[] used, Optional<QuarterHours> hers, boolean included) {
        return Strip.of(DAY, HOURS, any -> 4, quarter -> used[quarter - 32], hers, included);
    }

    @Test
    void hasABarForEachQuarterHour() {
        Strip strip = strip(new int[] {0, 1, 1, 3, 3, 2, 0, 0}, Optional.empty(), false);
        assertThat(strip.bars()).hasSize(8);
        assertThat(strip.ticks()).containsExactly(LocalTime.of(8, 0), LocalTime.of(9, 0));
        assertThat(strip.height()).isEqualTo(40);
        assertThat(strip.top(4)).isZero();
    }

    @Test
    void namesTheLongestOfTheHighestStretches() {
        Strip strip = strip(new int[] {3, 0, 3, 3, 1, 3, 0, 0}, Optional.empty(), false);
        assertThat(strip.peak())
                .contains(new Strip.Peak(3, 4, QuarterHours.between(LocalTime.of(8, 30), LocalTime.of(9, 0))));
    }

    @Test
    void addsAVisitThatIsOnlyPlanned() {
        Strip strip = strip(new int[] {4, 4, 0, 0, 0, 0, 0, 0}, Optional.of(new QuarterHours(33, 35)), false);
        assertThat(strip.bars()).extracting(Strip.Bar::all).startsWith(4, 5, 1, 0);
        assertThat(strip.bars().get(1).isOver()).isTrue();
        assertThat(strip.most()).isEqualTo(5);
    }

    @Test
    void countsABookedVisitOnce() {
        Strip strip = strip(new int[] {2, 2, 0, 0, 0, 0, 0, 0}, Optional.of(new QuarterHours(32, 34)), true);
        assertThat(strip.bars().get(0)).isEqualTo(new Strip.Bar(0, 4, 1, 1));
    }

    @Test
    void isWarmNearTheEnd() {
        Strip strip = strip(new int[] {3, 4, 0, 0, 0, 0, 0, 0}, Optional.empty(), false);
        assertThat(strip.bars()).extracting(Strip.Bar::isNear).startsWith(false, true, false);
    }

    @Test
    void saysNothingOfAnEmptyDay() {
        assertThat(strip(new int[8], Optional.empty(), false).peak()).isEmpty();
    }
}
