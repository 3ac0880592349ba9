package clinic.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The federal holidays of the United States as they are observed (5 U.S.C. 6103): a Saturday's is kept on Friday. */
public class Holidays {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int MOST_YEARS = 20;
    private final HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create("usfederal"));
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    /** The holiday observed on that day, by the library's key for it, such as {@code THANKSGIVING}. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(year(day.getYear()).get(day));
    }

    /** Somebody may ask for any year there is; only the last few asked for are kept. */
    private Map<LocalDate, String> year(int year) {
        if (years.size() > MOST_YEARS) {
            years.clear();
        }
        return years.computeIfAbsent(year, this::observedIn);
    }

    /** New Year's Day on a Saturday is observed in the year before. */
    private Map<LocalDate, String> observedIn(int year) {
        return Stream.of(year, year + 1)
                .flatMap(each -> manager.getHolidays(Year.of(each)).stream())
                .filter(holiday -> holiday.getDate().getYear() == year)
                .collect(Collectors.toUnmodifiableMap(Holiday::getDate, Holiday::getPropertiesKey));
    }

    /** What a holiday is called in a language. */
    static String name(String key, Locale locale) {
        return ResourceBundle.getBundle("clinic.calendar.holidays", locale, NO_FALLBACK)
                .getString(key);
    }
}
