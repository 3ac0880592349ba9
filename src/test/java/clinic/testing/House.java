package clinic.testing;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.DayException;
import clinic.calendar.Holidays;
import clinic.calendar.OpeningHours;
import clinic.calendar.QuarterHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The clinic as it is furnished, for tests without a container. */
public final class House {
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    public static final QuarterHours HOURS = QuarterHours.between(LocalTime.of(8, 0), LocalTime.of(19, 0));
    private static final Holidays HOLIDAYS = new Holidays();

    private House() {}

    public static ClinicCalendar calendar(DayException... exceptions) {
        return ClinicCalendar.of(
                Stream.of(DayOfWeek.values())
                        .filter(day -> day.getValue() <= 5)
                        .map(day -> new OpeningHours(day, HOURS))
                        .toList(),
                List.of(exceptions),
                HOLIDAYS::on);
    }
}
