package clinic.web;

import clinic.booking.DayTimes;
import clinic.booking.StaffVisit;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Closure;
import clinic.capacity.Stretch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the calendar says of visits, days and hours, to eyes and to screen readers. */
@Named
@RequestScoped
public class CalendarWords {
    @Inject
    private Words words;

    @Inject
    private VisitWords visitWords;

    @Inject
    private ClinicProfile profile;

    /** Everything a reader of the picture sees, in one line. */
    String label(StaffVisit visit) {
        String label = words.say(
                "calendar.label",
                visitWords.name(visit),
                visitWords.kind(visit),
                words.when(visit.slot()),
                visit.room().name(),
                visitWords.clinician(visit),
                visitWords.state(visit));
        String remarks = visitWords.remarks(visit);
        return remarks.isEmpty() ? label : label + ", " + remarks;
    }

    /** What a day is called that is closed as a whole; empty on any other. */
    public String closed(LocalDate day) {
        return profile.calendar().on(day) instanceof ClinicCalendar.Day.Closed closed
                ? Optional.of(closed.name(words.getLocale()))
                        .filter(name -> !name.isBlank())
                        .orElseGet(() -> words.say("calendar.closed"))
                : "";
    }

    /** How much a day can still take. */
    String free(DayTimes day) {
        return switch (day.state()) {
            case FREE -> words.count("calendar.free", day.slots().size());
            case FULL -> words.say("calendar.full");
            case CLOSED -> closed(day.day()).isEmpty() ? words.say("calendar.closed") : closed(day.day());
            case OVER, BEYOND_HORIZON -> closed(day.day());
        };
    }

    String hoursFree(int quarters) {
        return words.say("calendar.hours.free", quarters % 4 == 0 ? quarters / 4 : quarters / 4.0);
    }

    String dayLabel(DayTimes day, int visits) {
        String label = words.say("calendar.day.label", words.day(day.day()), words.count("calendar.visits", visits));
        return free(day).isEmpty() ? label : label + ", " + free(day);
    }

    /** Why a stretch cannot be had. */
    String why(LocalDate day, OptionalLong resource, Stretch stretch, QuarterHours window, List<Closure> closures) {
        if (stretch.state() == Stretch.State.FULL) {
            return resource.isPresent() ? "" : words.say("calendar.full");
        }
        String closed = closed(day);
        if (!closed.isEmpty()) {
            return closed;
        }
        return closures.stream()
                .filter(closure -> closure.resource().isEmpty()
                        || resource.isPresent() && closure.resource().get() == resource.getAsLong())
                .filter(closure -> covers(closure, new Slot(day, stretch.span())))
                .map(Closure::reason)
                .findFirst()
                .orElseGet(() -> isAtAnEdge(stretch.span(), window)
                        ? words.say("calendar.closed")
                        : words.say("calendar.break"));
    }

    private static boolean isAtAnEdge(QuarterHours span, QuarterHours window) {
        return span.start() == window.start() || span.end() == window.end();
    }

    private boolean covers(Closure closure, Slot slot) {
        return closure.from().isBefore(slot.end(profile.zone()).toLocalDateTime())
                && slot.startsAt().isBefore(closure.to());
    }
}
