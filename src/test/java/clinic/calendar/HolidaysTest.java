package clinic.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the list of the Office of Personnel Management (opm.gov, federal holidays), which the library must match. */
class HolidaysTest {
    private final Holidays holidays = new Holidays();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07",
                "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25", "2027-01-01", "2027-01-18", "2027-02-15",
                "2027-05-31", "2027-06-18", "2027-07-05", "2027-09-06", "2027-10-11", "2027-11-11", "2027-11-25",
                "2027-12-24", "2027-12-31", "2028-01-17", "2028-11-10"
            })
    void keepsEveryFederalHolidayAndNamesItInBothLanguages(LocalDate day) {
        assertThat(holidays.on(day)).isPresent().hasValueSatisfying(key -> assertThat(
                        Holidays.name(key, Locale.forLanguageTag("es-US")))
                .isNotEmpty());
    }

    @Test
    void keepsElevenOfThemOnWeekdaysAndNothingElse() {
        Stream<LocalDate> weekdays = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5);
        assertThat(weekdays.filter(day -> holidays.on(day).isPresent())).hasSize(11);
    }
}
