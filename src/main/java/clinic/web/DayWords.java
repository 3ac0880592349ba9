package clinic.web;

import clinic.booking.DayTimes;
import clinic.calendar.ClinicCalendar;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** What is said of a day in the week strip: how many times it has, or why it has none. */
@Named
@RequestScoped
public class DayWords {
    @Inject
    private Words words;

    /** A word or two, for the strip itself. */
    public String brief(DayTimes day) {
        return switch (day.state()) {
            case FREE -> words.count("day.times", day.slots().size());
            case FULL -> words.say("day.full");
            case CLOSED -> words.say("day.closed");
            case OVER -> words.say("day.over");
            case BEYOND_HORIZON -> words.say("day.beyond");
        };
    }

    /** The sentence behind the word. */
    public String why(DayTimes day) {
        String name = words.day(day.day());
        return switch (day.state()) {
            case FREE -> words.say("day.free.why", name, brief(day));
            case FULL -> words.say("day.full.why", name);
            case CLOSED -> closed(day, name);
            case OVER -> words.say("day.over.why", name);
            case BEYOND_HORIZON -> words.say("day.beyond.why", name);
        };
    }

    private String closed(DayTimes day, String name) {
        return day.closed()
                .map(ClinicCalendar.Day.Closed::name)
                .filter(why -> !why.isEmpty())
                .map(why -> words.say("day.closed.named.why", name, holiday(why)))
                .orElseGet(() -> words.say("day.closed.why", name));
    }

    /** Holidays come by their English names; what we have no name of our own for stays as it is. */
    private String holiday(String english) {
        String key = "holiday." + english.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        return words.has(key) ? words.say(key) : english;
    }

    /** The days of a week that want explaining. */
    public List<DayTimes> explained(List<DayTimes> week) {
        return week.stream()
                .filter(day -> day.state() != DayTimes.State.FREE && day.state() != DayTimes.State.OVER)
                .toList();
    }
}
