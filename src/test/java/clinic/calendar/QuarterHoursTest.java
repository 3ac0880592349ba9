package clinic.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterHoursTest {
    @ParameterizedTest
    @CsvSource({"-1, 4", "0, 97", "4, 4", "5, 4", "96, 96"})
    void refusesWhatIsNoSpanOfADay(int start, int end) {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuarterHours(start, end));
    }

    @ParameterizedTest
    @CsvSource({"30, 2", "31, 3", "45, 3", "1, 1", "15, 1", "16, 2"})
    void roundsMinutesUp(int minutes, int quarters) {
        assertThat(QuarterHours.quarters(minutes)).isEqualTo(quarters);
    }

    @Test
    void endsTheDayAtMidnight() {
        QuarterHours evening = QuarterHours.between(LocalTime.of(23, 0), LocalTime.MIDNIGHT);
        assertThat(evening).isEqualTo(new QuarterHours(92, 96)).hasToString("23:00-24:00");
        assertThat(evening.endsAt()).isEqualTo(LocalTime.MIDNIGHT);
    }

    @Test
    void isOverFromItsEndOnAndNeverBeforeMidnight() {
        QuarterHours day = QuarterHours.between(LocalTime.of(8, 0), LocalTime.of(19, 0));
        assertThat(day.isOverAt(LocalTime.of(18, 59, 59))).isFalse();
        assertThat(day.isOverAt(LocalTime.of(19, 0))).isTrue();
        assertThat(QuarterHours.between(LocalTime.of(8, 0), LocalTime.MIDNIGHT).isOverAt(LocalTime.of(23, 59)))
                .isFalse();
    }

    @Test
    void refusesATimeBetweenQuarters() {
        assertThatIllegalArgumentException().isThrownBy(() -> QuarterHours.lasting(LocalTime.of(9, 10), 30));
        assertThat(QuarterHours.onGrid(LocalTime.of(9, 15, 1))).isFalse();
        assertThat(QuarterHours.onGrid(LocalTime.of(9, 15, 0, 1))).isFalse();
    }

    @Property
    void overlapsExactlyWhenAQuarterIsShared(
            @ForAll @IntRange(max = 94) int a,
            @ForAll @IntRange(min = 1, max = 20) int lengthA,
            @ForAll @IntRange(max = 94) int b,
            @ForAll @IntRange(min = 1, max = 20) int lengthB) {
        QuarterHours one = new QuarterHours(a, Math.min(96, a + lengthA));
        QuarterHours other = new QuarterHours(b, Math.min(96, b + lengthB));
        boolean shared = java.util.stream.IntStream.range(one.start(), one.end())
                .anyMatch(quarter -> other.start() <= quarter && quarter < other.end());
        assertThat(one.overlaps(other)).isEqualTo(shared).isEqualTo(other.overlaps(one));
        assertThat(one.contains(other))
                .isEqualTo(java.util.stream.IntStream.range(other.start(), other.end())
                        .allMatch(quarter -> one.start() <= quarter && quarter < one.end()));
    }
}
