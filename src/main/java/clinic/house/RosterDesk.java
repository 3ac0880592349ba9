package clinic.house;

import clinic.booking.BookingRefused;
import clinic.booking.Refusal;
import clinic.booking.VisitRequest;
import clinic.booking.VisitRules;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.capacity.CapacityDesk;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.capacity.Rollforward;
import clinic.capacity.Shift;
import clinic.patient.Texts;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opening hours, days decided by hand, shifts and breaks, rooms and clinicians.
 *
 * <p>A change of hours touches 400 days, too many for one transaction that people who book wait for. So the change itself
 * is saved first, together with the nearest days; then the later days follow, a stretch in a transaction each, every one
 * of which reads the roster anew under the lock. A day is rewritten with its row locked: a booking for it either came
 * before, and is told of as stranded, or comes after, and finds the capacity gone. In between, the later days still have
 * their old capacity, and no booking is refused or stranded by half a change. Should the house fall over on the way, the
 * next start or the hourly rolling writes what is left.
 */
@ApplicationScoped
public class RosterDesk {
    private static final int LONGEST_NAME = 100;

    @Inject
    private RosterRegister register;

    @Inject
    private CapacityDesk capacity;

    @Inject
    private Rollforward rollforward;

    @Inject
    private Resources resources;

    @Inject
    private VisitRules rules;

    @Inject
    private ClinicProfile profile;

    /** When the house is there: hours and days by hand, its rooms and people, and their shifts. */
    public record Roster(ClinicCalendar calendar, List<Resource> resources, List<Shift> shifts) {
        /** The shifts of a clinician on one day of the week, in order of the day. */
        public List<ShiftTimes> of(long clinician, DayOfWeek weekday) {
            return shifts.stream()
                    .filter(shift -> shift.resource() == clinician && shift.weekday() == weekday)
                    .map(ShiftTimes::of)
                    .toList();
        }
    }

    public Roster roster(Actor actor) {
        actor.must(Task.READ);
        return new Roster(
                profile.calendar(),
                resources.all().stream().filter(each -> !each.kind().isPool()).toList(),
                register.shifts());
    }

    /** The visits a change would strand as things stand; nothing is changed. */
    public Set<Long> preview(Actor actor, RosterChange change) {
        actor.must(Task.ROSTER);
        refuse(change.refusals(profile.today()));
        Rollforward.Days days = change.days(rollforward.ahead());
        return capacity.preview(days.from(), days.to(), rules.longestTurnover(), change::onto);
    }

    /** Saves a change; the visits it stranded. */
    public Set<Long> save(Actor actor, RosterChange change) {
        actor.must(Task.ROSTER);
        refuse(change.refusals(profile.today()));
        Rollforward.Days days = change.days(rollforward.ahead());
        List<Rollforward.Days> stretches = days.inShort();
        Set<Long> stranded = new TreeSet<>(register.save(actor, change, stretches.isEmpty() ? days : stretches.get(0)));
        forget();
        stretches.stream().skip(1).forEach(later -> stranded.addAll(register.goOn(later)));
        return stranded;
    }

    /** Adds a room or clinician; the id. */
    public long add(Actor actor, Resource resource) {
        actor.must(Task.ROSTER);
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, "name", Texts.flaw(resource.name(), LONGEST_NAME), LONGEST_NAME);
        refuse(refusals);
        List<Rollforward.Days> stretches = rollforward.ahead().inShort();
        long id = register.add(actor, resource, stretches.get(0));
        forget();
        stretches.stream().skip(1).forEach(register::goOn);
        return id;
    }

    private void forget() {
        profile.forget();
        resources.forget();
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }
}
