package clinic.web;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.QuarterHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Times of day to choose from. */
final class Times {
    private Times() {}

    /**
     * From the earliest the house ever opens to the latest it closes.
     *
     * @param every so many quarter-hours
     * @param chosen one that is offered in any case
     */
    static List<LocalTime> through(ClinicCalendar calendar, int every, Optional<LocalTime> chosen) {
        SortedSet<LocalTime> times = new TreeSet<>();
        chosen.ifPresent(times::add);
        int first = calendar.week().values().stream()
                .mapToInt(QuarterHours::start)
                .min()
                .orElse(0);
        int last = calendar.week().values().stream()
                .mapToInt(QuarterHours::end)
                .max()
                .orElse(first);
        for (int quarter = first; quarter <= Math.min(last, QuarterHours.PER_DAY - 1); quarter += every) {
            times.add(new QuarterHours(quarter, quarter + 1).startsAt());
        }
        return List.copyOf(times);
    }
}
