package clinic.capacity;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.QuarterHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Turns everything that says when something is there (hours, holidays, shifts, breaks, closures) into capacity. A value:
 * no clock, no database.
 *
 * @param resources all of the house: the pools are made of the people among them
 * @param longestTurnover minutes a room may be cleaned after the clinic has closed
 */
public record CapacityPlan(
        ClinicCalendar calendar,
        List<Resource> resources,
        List<Shift> shifts,
        List<Closure> closures,
        int longestTurnover) {
    /** The clinic's page of rules, 12: patients and units of watching one nurse may have at once. */
    public static final int HEADS_PER_NURSE = 3;

    public static final int CARE_PER_NURSE = 6;
    /** The same page, section 4: nobody is treated while fewer than two staff are on site. */
    private static final int FEWEST_STAFF = 2;

    private static final int ENOUGH = 99;

    /** The same plan with one more closure. */
    public CapacityPlan closing(Closure closure) {
        List<Closure> more = new ArrayList<>(closures);
        more.add(closure);
        return new CapacityPlan(calendar, resources, shifts, more, longestTurnover);
    }

    public CapacityPlan with(ClinicCalendar other) {
        return new CapacityPlan(other, resources, shifts, closures, longestTurnover);
    }

    /** The same plan with other shifts of one resource on one day of the week. */
    public CapacityPlan with(long resource, DayOfWeek weekday, List<Shift> others) {
        List<Shift> changed = new ArrayList<>(shifts);
        changed.removeIf(shift -> shift.resource() == resource && shift.weekday() == weekday);
        changed.addAll(others);
        return new CapacityPlan(calendar, resources, changed, closures, longestTurnover);
    }

    public DayVector of(Resource resource, LocalDate day) {
        Optional<QuarterHours> hours = calendar.hours(day);
        if (!resource.isThere() || hours.isEmpty()) {
            return DayVector.EMPTY;
        }
        DayVector capacity =
                switch (resource.kind()) {
                    case ROOM ->
                        DayVector.EMPTY.with(hours.get().extendedBy(QuarterHours.quarters(longestTurnover)), 1);
                    case CLINICIAN, NURSE -> within(hours.get(), shifts(resource, day, Shift::onto));
                    case HANDS -> nurses(day);
                    case HEADS -> nurses(day).map((quarter, nurses) -> nurses * HEADS_PER_NURSE);
                    case CARE -> care(day);
                    case PRESCRIBER ->
                        onSite(day, Resource::isPrescriber).map((quarter, there) -> there > 0 ? ENOUGH : 0);
                };
        return closed(resource, day, capacity);
    }

    private DayVector closed(Resource resource, LocalDate day, DayVector capacity) {
        DayVector left = capacity;
        for (Closure closure : closures) {
            Optional<QuarterHours> gone = closure.on(day).filter(any -> closure.concerns(resource.id()));
            if (gone.isPresent()) {
                left = left.with(gone.get(), 0);
            }
        }
        return left;
    }

    private DayVector nurses(LocalDate day) {
        return sum(resources.stream()
                .filter(each -> each.kind() == ResourceKind.NURSE)
                .map(nurse -> of(nurse, day)));
    }

    private DayVector care(LocalDate day) {
        DayVector staff = onSite(day, any -> true);
        return nurses(day).map((quarter, nurses) -> staff.at(quarter) < FEWEST_STAFF ? 0 : nurses * CARE_PER_NURSE);
    }

    /** How many are in the house, in their breaks too: somebody at lunch can be called. */
    private DayVector onSite(LocalDate day, Predicate<Resource> which) {
        QuarterHours hours = calendar.hours(day).orElseThrow();
        return sum(resources.stream()
                .filter(each -> each.kind().isPerson() && each.isThere() && which.test(each))
                .map(each -> closed(each, day, within(hours, shifts(each, day, Shift::presence)))));
    }

    private static DayVector sum(Stream<DayVector> people) {
        return people.reduce(DayVector.EMPTY, (some, one) -> some.map((quarter, many) -> many + one.at(quarter)));
    }

    private DayVector shifts(Resource resource, LocalDate day, BiFunction<Shift, DayVector, DayVector> add) {
        DayVector working = DayVector.EMPTY;
        for (Shift shift : shifts) {
            if (shift.resource() == resource.id() && shift.weekday() == day.getDayOfWeek()) {
                working = add.apply(shift, working);
            }
        }
        return working;
    }

    private static DayVector within(QuarterHours hours, DayVector capacity) {
        return capacity.map((quarter, there) -> quarter < hours.start() || quarter >= hours.end() ? 0 : there);
    }
}
