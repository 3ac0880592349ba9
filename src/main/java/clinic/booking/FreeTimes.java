package clinic.booking;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.Purpose;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be booked. It asks the rules and the ledger the questions booking asks, one range read for any search. */
@ApplicationScoped
public class FreeTimes {
    static final int DAYS_AROUND = 14;

    @Inject
    private ClinicProfile profile;

    @Inject
    private VisitRules visitRules;

    @Inject
    private Resources resources;

    @Inject
    private Ledger ledger;

    /** The house rules for a kind of visit as of now. */
    public BookingRules rules(VisitKind kind) {
        return new BookingRules(visitRules.of(kind), profile.calendar(), profile.now());
    }

    BookingRules rules(VisitKind kind, Optional<Treatment> treatment) {
        return new BookingRules(needs(kind, treatment).rule(), profile.calendar(), profile.now());
    }

    /**
     * The days of {@code [from, from + days)} with their free times.
     *
     * @param exceptHold a hold whose time counts as free, for its holder; {@link Ledger#NO_HOLD} for anybody else
     */
    public List<DayTimes> days(VisitKind kind, LocalDate from, int days, long exceptHold) {
        VisitNeeds needs = needs(kind);
        BookingRules rules = rules(kind);
        Loads loads = ledger.read(from, from.plusDays(days - 1L), exceptHold, needs.resources());
        List<DayTimes> result = new ArrayList<>(days);
        for (int index = 0; index < days; index++) {
            result.add(times(from.plusDays(index), needs, rules, loads));
        }
        return result;
    }

    /**
     * The free times nearest to the one wanted, at most {@code most} of them, in order of the calendar.
     *
     * @param suits leaves out times that will not do
     */
    public List<Slot> nearest(VisitKind kind, LocalDateTime wanted, int most, long exceptHold, Predicate<Slot> suits) {
        return nearest(rules(kind), wanted, most, (from, to) -> free(kind, from, to, exceptHold)
                .filter(suits));
    }

    /** Looks a fortnight to both sides, and twice as far as long as that is not enough, to the last day there is. */
    static List<Slot> nearest(
            BookingRules rules,
            LocalDateTime wanted,
            int most,
            BiFunction<LocalDate, LocalDate, Stream<Slot>> between) {
        LocalDate middle = clamp(wanted.toLocalDate(), rules.today(), rules.lastDay());
        for (int around = DAYS_AROUND; ; around *= 2) {
            LocalDate from = clamp(middle.minusDays(around), rules.today(), rules.lastDay());
            LocalDate to = clamp(middle.plusDays(around), rules.today(), rules.lastDay());
            List<Slot> found = between.apply(from, to)
                    .sorted(Comparator.comparing(slot -> distance(slot, wanted)))
                    .limit(most)
                    .sorted()
                    .toList();
            boolean all = from.equals(rules.today()) && to.equals(rules.lastDay());
            if (found.size() == most || all) {
                return found;
            }
        }
    }

    /** The next free times from now, at most {@code most} of them, however far they lie. */
    public List<Slot> next(VisitKind kind, int most, long exceptHold) {
        return next(kind, rules(kind).today(), most, exceptHold);
    }

    /**
     * The next free times on a day or later, at most {@code most} of them, however far they lie.
     *
     * @param first inclusive; a day that has passed stands for today
     */
    public List<Slot> next(VisitKind kind, LocalDate first, int most, long exceptHold) {
        return next(kind, first, most, exceptHold, any -> true);
    }

    /** @param suits leaves out times that will not do */
    List<Slot> next(VisitKind kind, LocalDate first, int most, long exceptHold, Predicate<Slot> suits) {
        BookingRules rules = rules(kind);
        List<Slot> found = new ArrayList<>();
        for (LocalDate from = first.isBefore(rules.today()) ? rules.today() : first;
                found.size() < most && !from.isAfter(rules.lastDay());
                from = from.plusDays(DAYS_AROUND)) {
            free(kind, from, from.plusDays(DAYS_AROUND - 1L), exceptHold)
                    .filter(suits)
                    .limit(most - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private Stream<Slot> free(VisitKind kind, LocalDate from, LocalDate to, long exceptHold) {
        return days(kind, from, (int) ChronoUnit.DAYS.between(from, to) + 1, exceptHold).stream()
                .flatMap(day -> day.slots().stream());
    }

    /** What a conversation of a kind needs. */
    VisitNeeds needs(VisitKind kind) {
        return needs(kind, Optional.empty());
    }

    VisitNeeds needs(VisitKind kind, Optional<Treatment> treatment) {
        VisitRule rule = visitRules.of(kind);
        return treatment
                .map(how ->
                        VisitNeeds.of(rule, how, resources.serving(ResourceKind.ROOM, how.purpose()), resources::pool))
                .orElseGet(() -> new VisitNeeds(
                        rule,
                        resources.serving(ResourceKind.CLINICIAN, Purpose.CONSULT),
                        resources.serving(ResourceKind.ROOM, Purpose.CONSULT)));
    }

    Loads read(LocalDate from, LocalDate to, long exceptHold) {
        return ledger.read(from, to, exceptHold);
    }

    /** The times of one day. Pure, so that the promise "what is offered can be booked" is tested without a database. */
    static DayTimes times(LocalDate day, VisitNeeds needs, BookingRules rules, Loads loads) {
        if (day.isAfter(rules.lastDay())) {
            return none(day, DayTimes.State.BEYOND_HORIZON);
        }
        if (rules.calendar().on(day) instanceof ClinicCalendar.Day.Closed closed) {
            return new DayTimes(day, DayTimes.State.CLOSED, List.of(), Optional.of(closed));
        }
        List<Slot> allowed = starts(needs.rule())
                .filter(start -> rules.refusals(day.atTime(start)).isEmpty())
                .map(start ->
                        new Slot(day, QuarterHours.lasting(start, needs.rule().minutes())))
                .toList();
        if (allowed.isEmpty()) {
            return none(day, DayTimes.State.OVER);
        }
        List<Slot> free =
                allowed.stream().filter(slot -> needs.isFree(slot, loads)).toList();
        if (free.isEmpty()) {
            boolean everOpen = allowed.stream().anyMatch(slot -> needs.isEverOpen(slot, loads));
            return none(day, everOpen ? DayTimes.State.FULL : DayTimes.State.CLOSED);
        }
        return new DayTimes(day, DayTimes.State.FREE, free, Optional.empty());
    }

    private static DayTimes none(LocalDate day, DayTimes.State state) {
        return new DayTimes(day, state, List.of(), Optional.empty());
    }

    private static Stream<LocalTime> starts(VisitRule rule) {
        int perDay = (int) Duration.ofDays(1).toMinutes();
        return Stream.iterate(0, minute -> minute + rule.minutes() <= perDay, minute -> minute + rule.gridMinutes())
                .map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    }

    static Duration distance(Slot slot, LocalDateTime wanted) {
        return Duration.between(wanted, slot.startsAt()).abs();
    }

    static LocalDate clamp(LocalDate day, LocalDate least, LocalDate most) {
        return day.isBefore(least) ? least : day.isAfter(most) ? most : day;
    }
}
