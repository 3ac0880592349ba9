package clinic.web;

import clinic.booking.DayTimes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

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
            case FREE -> name + ": " + brief(day);
            case FULL -> words.say("day.full.why", name);
            case CLOSED -> closed(day, name);
            case OVER -> name + ": " + brief(day);
            case BEYOND_HORIZON -> words.say("day.beyond.why", name);
        };
    }

    private String closed(DayTimes day, String name) {
        return day.closed()
                .map(closed -> closed.name(words.getLocale()))
                .filter(why -> !why.isEmpty())
                .map(why -> words.say("day.closed.named.why", name, why))
                .orElseGet(() -> words.say("day.closed.why", name));
    }

    /** The days of a week that want explaining. */
    public List<DayTimes> explained(List<DayTimes> week) {
        return week.stream()
                .filter(day -> day.state() != DayTimes.State.FREE && day.state() != DayTimes.State.OVER)
                .toList();
    }
}
