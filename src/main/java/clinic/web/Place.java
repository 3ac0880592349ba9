package clinic.web;

import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.platform.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who and where the clinic is, as the frame of every page says it; also while the database is away. */
@Named
@ApplicationScoped
public class Place {
    private record Known(Clinic clinic, Map<DayOfWeek, QuarterHours> week) {}

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    private volatile Optional<Known> last = Optional.empty();

    private Optional<Known> known() {
        try {
            last = Optional.of(new Known(profile.clinic(), profile.calendar().week()));
        } catch (RuntimeException failure) {
            if (DatabaseTrouble.of(failure) != DatabaseTrouble.AWAY) {
                throw failure;
            }
        }
        return last;
    }

    public boolean isKnown() {
        return known().isPresent();
    }

    public String getName() {
        return known().map(place -> place.clinic().name()).orElse("");
    }

    public String getStreet() {
        return known().map(place -> place.clinic().street()).orElse("");
    }

    public String getCity() {
        return known().map(place -> place.clinic().city()).orElse("");
    }

    public String getPhone() {
        return known().map(place -> place.clinic().phone()).orElse("");
    }

    /** For a link that calls. */
    public String getDial() {
        return "tel:+1" + getPhone().replaceAll("\\D", "");
    }

    public String getZone() {
        return known().map(place -> words.zone(place.clinic().zone())).orElse("");
    }

    /** "Mon to Fri, 8:00 AM to 7:00 PM", one line for each run of days with the same hours. */
    public List<String> getHours() {
        List<String> lines = new ArrayList<>();
        List<Map.Entry<DayOfWeek, QuarterHours>> week = known().map(
                        place -> List.copyOf(new TreeMap<>(place.week()).entrySet()))
                .orElse(List.of());
        for (int first = 0, next; first < week.size(); first = next) {
            next = first + 1;
            while (next < week.size() && isSameRun(week.get(next - 1), week.get(next))) {
                next++;
            }
            lines.add(line(week.get(first), week.get(next - 1)));
        }
        return lines;
    }

    private static boolean isSameRun(Map.Entry<DayOfWeek, QuarterHours> one, Map.Entry<DayOfWeek, QuarterHours> other) {
        return one.getKey().plus(1) == other.getKey() && one.getValue().equals(other.getValue());
    }

    private String line(Map.Entry<DayOfWeek, QuarterHours> first, Map.Entry<DayOfWeek, QuarterHours> last) {
        String days = first.equals(last)
                ? name(first.getKey())
                : words.say("hours.days", name(first.getKey()), name(last.getKey()));
        return words.say(
                "hours.line",
                days,
                onTheClock(first.getValue().startsAt()),
                onTheClock(first.getValue().endsAt()));
    }

    private String onTheClock(LocalTime time) {
        return words.time(time);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, words.getLocale());
    }
}
