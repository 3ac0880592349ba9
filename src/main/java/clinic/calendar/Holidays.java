package clinic.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The federal holidays of the United States as they are observed: 5 U.S.C. 6103, one on a Saturday is kept on Friday. */
public class Holidays {
    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    /** The holiday observed on that day, by its English name. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::observedIn).get(day));
    }

    private Map<LocalDate, String> observedIn(int year) {
        return manager.getHolidays(Year.of(year)).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .collect(Collectors.toMap(
                        Holiday::getDate, holiday -> holiday.getDescription(Locale.ENGLISH), (first, second) -> first));
    }
}
