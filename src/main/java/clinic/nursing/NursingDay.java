package clinic.nursing;

import clinic.booking.NurseRefusals;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import clinic.capacity.Charge;
import clinic.capacity.DayVector;
import clinic.capacity.Nurse;
import clinic.capacity.Ratio;
import clinic.capacity.Stay;
import clinic.capacity.Watch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which nurse has whom on one day. What was decided by hand counts as long as it breaks no rule together with what was
 * decided before it, and leaves no visit without a nurse that could have one: a visit that was moved, or whose nurse is
 * ill, drops out by itself and is suggested anew like all that nobody decided. The nurse of a visit that has begun stays.
 * Pure.
 *
 * @param nurses those who come that day, by id
 * @param visits in order of the day
 * @param affected visits that are to have another time, for no nurse can take them beside those booked before
 */
public record NursingDay(LocalDate day, List<Nurse> nurses, List<Nursed> visits, Set<Long> affected) {
    private static final QuarterHours ALL = new QuarterHours(0, QuarterHours.PER_DAY);

    /** What was decided by hand for a visit: its nurse, and who takes over if she leaves before. */
    record Decided(long visit, long nurse, Optional<Long> next) {}

    public NursingDay {
        nurses = List.copyOf(nurses);
        visits = List.copyOf(visits);
        affected = Set.copyOf(affected);
    }

    /**
     * @param decided the first decided first
     * @param begun visits that have begun
     */
    static NursingDay of(
            LocalDate day,
            Collection<Nurse> all,
            Collection<Stay> stays,
            List<Decided> decided,
            Set<Long> begun,
            Set<Long> affected) {
        List<Nurse> nurses = all.stream()
                .filter(nurse -> nurse.shift().isPresent())
                .sorted(Comparator.comparingLong(Nurse::id))
                .toList();
        Assignment assignment = new Assignment(nurses, stays, affected);
        List<Charge> kept = kept(assignment, decided, begun);
        List<Charge> every = assignment.beside(kept);
        Set<Long> byHand = visits(kept);
        Map<Long, Charge> charges = new HashMap<>();
        every.forEach(charge -> charges.put(charge.stay().visit(), charge));
        return new NursingDay(
                day,
                nurses,
                stays.stream()
                        .sorted(Comparator.comparingInt(
                                        (Stay stay) -> stay.span().start())
                                .thenComparingLong(Stay::visit))
                        .map(stay -> new Nursed(
                                stay,
                                Optional.ofNullable(charges.get(stay.visit())),
                                byHand.contains(stay.visit()),
                                charges.containsKey(stay.visit()) ? List.of() : against(nurses, every, stay)))
                        .toList(),
                affected);
    }

    /** Those of visits that have begun before all others. */
    private static List<Charge> kept(Assignment assignment, List<Decided> decided, Set<Long> begun) {
        List<Charge> kept = new ArrayList<>();
        for (boolean fact : List.of(true, false)) {
            for (Decided each : decided) {
                if (begun.contains(each.visit()) == fact) {
                    assignment
                            .stay(each.visit())
                            .flatMap(stay -> charge(stay, each, assignment.nurses()))
                            .filter(charge -> fact ? assignment.holds(kept, charge) : assignment.allows(kept, charge))
                            .ifPresent(kept::add);
                }
            }
        }
        return kept;
    }

    private static List<Refusal> against(List<Nurse> nurses, List<Charge> every, Stay stay) {
        Ratio ratio = new Ratio(nurses);
        return nurses.stream()
                .flatMap(nurse -> ratio.broken(with(every, Charge.of(stay, nurse)), stay.span()).stream()
                        .limit(1))
                .map(broken -> NurseRefusals.of(broken, "nurse", List.of()))
                .toList();
    }

    private static Set<Long> visits(Collection<Charge> charges) {
        return charges.stream().map(charge -> charge.stay().visit()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Charge> charge(Stay stay, Decided decided, List<Nurse> nurses) {
        return find(nurses, decided.nurse()).map(first -> decided.next()
                .flatMap(next -> find(nurses, next))
                .map(next -> Charge.of(stay, first, next))
                .orElseGet(() -> Charge.of(stay, first)));
    }

    static Optional<Nurse> find(Collection<Nurse> nurses, long id) {
        return nurses.stream().filter(nurse -> nurse.id() == id).findFirst();
    }

    static List<Charge> with(Collection<Charge> some, Charge one) {
        List<Charge> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    public Optional<Nursed> of(long visit) {
        return visits.stream().filter(each -> each.stay().visit() == visit).findFirst();
    }

    /** Those a nurse has, for all of their visit or a part of it. */
    public List<Nursed> hers(long nurse) {
        return visits.stream().filter(each -> each.isHadBy(nurse)).toList();
    }

    /** What somebody decided, but for one visit. */
    List<Charge> keptBut(long visit) {
        return visits.stream()
                .filter(each -> each.kept() && each.stay().visit() != visit)
                .flatMap(each -> each.charge().stream())
                .toList();
    }

    Ratio ratio() {
        return new Ratio(nurses);
    }

    Assignment assignment() {
        return new Assignment(nurses, visits.stream().map(Nursed::stay).toList(), affected);
    }

    /** The units of watching a nurse has in each quarter-hour, for colleagues on a break too. */
    public DayVector units(Nurse nurse) {
        List<Charge> charges =
                visits.stream().flatMap(each -> each.charge().stream()).toList();
        DayVector units = DayVector.EMPTY;
        for (QuarterHours each : ALL.quarters().toList()) {
            Watch watch = new Watch(each.start(), nurses, charges);
            watch.cover();
            units = units.with(each, watch.units(nurse));
        }
        return units;
    }

    /** Whether the house suggests anything that nobody decided yet. */
    public boolean isSuggesting() {
        return visits.stream().anyMatch(each -> !each.kept() && each.charge().isPresent());
    }
}
