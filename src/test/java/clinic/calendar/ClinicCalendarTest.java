package clinic.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.ClinicCalendar.Day;
import clinic.calendar.ClinicCalendar.Why;
import clinic.testing.House;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClinicCalendarTest {
    private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
    private static final QuarterHours MORNING = QuarterHours.between(LocalTime.of(9, 0), LocalTime.NOON);

    @Test
    void opensOnWeekdaysFromEightToSeven() {
        assertThat(House.calendar().hours(LocalDate.of(2026, 11, 24)))
                .contains(QuarterHours.between(LocalTime.of(8, 0), LocalTime.of(19, 0)));
    }

    @Test
    void isClosedOnSaturday() {
        assertThat(House.calendar().on(LocalDate.of(2026, 11, 28))).isEqualTo(new Day.Closed(Why.WEEKDAY, ""));
    }

    @Test
    void isClosedOnAHolidayAndSaysWhich() {
        assertThat(House.calendar().on(THANKSGIVING)).isInstanceOfSatisfying(Day.Closed.class, closed -> {
            assertThat(closed.why()).isEqualTo(Why.HOLIDAY);
            assertThat(closed.name(Locale.US)).isEqualTo("Thanksgiving Day");
            assertThat(closed.name(Locale.forLanguageTag("es-US"))).isEqualTo("Día de Acción de Gracias");
        });
    }

    @Test
    void opensAHolidayByHand() {
        assertThat(House.calendar(DayException.open(THANKSGIVING, MORNING, "urgent visits"))
                        .hours(THANKSGIVING))
                .contains(MORNING);
    }

    @Test
    void closesAnyDayByHandAndSaysWhy() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThat(House.calendar(DayException.closed(day, "staff training")).on(day))
                .isEqualTo(new Day.Closed(Why.BY_HAND, "staff training"));
    }

    @Test
    void opensASaturdayByHandForTheHoursGiven() {
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        assertThat(House.calendar(DayException.open(saturday, MORNING, "")).hours(saturday))
                .contains(MORNING);
    }
}
