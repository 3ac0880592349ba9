package clinic.nursing;

import clinic.calendar.QuarterHours;
import clinic.capacity.DayVector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who sees to whom on one day. What was decided by hand counts as long as it breaks nothing together with what was
 * decided before it: a visit that was moved, or whose nurse is ill, drops out by itself and is suggested anew like all
 * that nobody decided. Pure.
 *
 * @param nurses those who come that day, by id
 * @param visits in order of the day
 */
public record NursingDay(LocalDate day, List<Nurse> nurses, List<Nursed> visits) {
    private static final QuarterHours ALL = new QuarterHours(0, QuarterHours.PER_DAY);

    /** What was decided by hand for a visit: its nurse, and who takes over if she leaves before. */
    record Decided(long visit, long nurse, Optional<Long> next) {}

    public NursingDay {
        nurses = List.copyOf(nurses);
        visits = List.copyOf(visits);
    }

    /**
     * @param decided the first decided first
     */
    static NursingDay of(LocalDate day, Collection<Nurse> all, Collection<Stay> stays, List<Decided> decided) {
        List<Nurse> nurses = all.stream()
                .filter(nurse -> nurse.shift().isPresent())
                .sorted(Comparator.comparingLong(Nurse::id))
                .toList();
        Ratio ratio = new Ratio(nurses);
        Map<Long, Stay> open = new HashMap<>();
        stays.forEach(stay -> open.put(stay.visit(), stay));
        List<Charge> kept = new ArrayList<>();
        for (Decided each : decided) {
            Optional.ofNullable(open.get(each.visit()))
                    .flatMap(stay -> charge(stay, each, nurses))
                    .filter(charge ->
                            ratio.holds(with(kept, charge), charge.stay().span()))
                    .ifPresent(charge -> {
                        kept.add(charge);
                        open.remove(each.visit());
                    });
        }
        List<Charge> suggested = new Suggestion(ratio, open.values(), kept).made();
        List<Charge> every = new ArrayList<>(kept);
        every.addAll(suggested);
        Map<Long, Charge> charges = new HashMap<>();
        every.forEach(charge -> charges.put(charge.stay().visit(), charge));
        return new NursingDay(
                day,
                nurses,
                stays.stream()
                        .sorted(Comparator.comparingInt(
                                        (Stay stay) -> stay.span().start())
                                .thenComparingLong(Stay::visit))
                        .map(
                                stay -> new Nursed(
                                        stay,
                                        Optional.ofNullable(charges.get(stay.visit())),
                                        !open.containsKey(stay.visit()),
                                        charges.containsKey(stay.visit())
                                                ? List.of()
                                                : nurses.stream()
                                                        .flatMap(nurse -> ratio
                                                                .broken(
                                                                        with(every, Charge.of(stay, nurse)),
                                                                        stay.span())
                                                                .stream()
                                                                .limit(1))
                                                        .map(broken -> broken.refusal(List.of()))
                                                        .toList()))
                        .toList());
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
