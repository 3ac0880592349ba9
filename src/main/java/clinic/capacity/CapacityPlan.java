package clinic.capacity;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.QuarterHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns everything that says when something is there (hours, holidays, shifts, breaks, closures) into capacity. A value:
 * no clock, no database.
 *
 * @param longestTurnover minutes a room may be cleaned after the clinic has closed
 */
public record CapacityPlan(ClinicCalendar calendar, List<Shift> shifts, List<Closure> closures, int longestTurnover) {

    /** The same plan with one more closure. */
    public CapacityPlan closing(Closure closure) {
        List<Closure> more = new ArrayList<>(closures);
        more.add(closure);
        return new CapacityPlan(calendar, shifts, more, longestTurnover);
    }

    public CapacityPlan with(ClinicCalendar other) {
        return new CapacityPlan(other, shifts, closures, longestTurnover);
    }

    /** The same plan with other shifts of one resource on one day of the week. */
    public CapacityPlan with(long resource, DayOfWeek weekday, List<Shift> others) {
        List<Shift> changed = new ArrayList<>(shifts);
        changed.removeIf(shift -> shift.resource() == resource && shift.weekday() == weekday);
        changed.addAll(others);
        return new CapacityPlan(calendar, changed, closures, longestTurnover);
    }

    public DayVector of(Resource resource, LocalDate day) {
        if (!resource.isThere()) {
            return DayVector.EMPTY;
        }
        Optional<QuarterHours> hours = calendar.hours(day);
        if (hours.isEmpty()) {
            return DayVector.EMPTY;
        }
        DayVector capacity =
                switch (resource.kind()) {
                    case ROOM ->
                        DayVector.EMPTY.with(hours.get().extendedBy(QuarterHours.quarters(longestTurnover)), 1);
                    case CLINICIAN -> within(hours.get(), onShift(resource, day));
                };
        for (Closure closure : closures) {
            Optional<QuarterHours> gone = closure.on(day).filter(any -> closure.concerns(resource.id()));
            if (gone.isPresent()) {
                capacity = capacity.with(gone.get(), 0);
            }
        }
        return capacity;
    }

    private DayVector onShift(Resource resource, LocalDate day) {
        DayVector working = DayVector.EMPTY;
        for (Shift shift : shifts) {
            if (shift.resource() == resource.id() && shift.weekday() == day.getDayOfWeek()) {
                working = shift.onto(working);
            }
        }
        return working;
    }

    private static DayVector within(QuarterHours hours, DayVector capacity) {
        DayVector cut = capacity;
        if (hours.start() > 0) {
            cut = cut.with(new QuarterHours(0, hours.start()), 0);
        }
        if (hours.end() < QuarterHours.PER_DAY) {
            cut = cut.with(new QuarterHours(hours.end(), QuarterHours.PER_DAY), 0);
        }
        return cut;
    }
}
