package clinic.planner;

import clinic.capacity.Resource;
import clinic.planner.Remark.Kind;
import clinic.protocol.Protocol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says of a plan what a person would see in it. */
final class Remarks {
    /** What an hour costs at which nobody else is begun or ended and hardly a room is busy; and where it is otherwise. */
    private static final int QUIET = 8;

    private static final int CROWDED = 20;

    private final Protocol protocol;
    private final Optional<LocalTime> preferred;

    Remarks(Protocol protocol, Optional<LocalTime> preferred) {
        this.protocol = protocol;
        this.preferred = preferred;
    }

    List<Remark> about(List<Proposal.Visit> visits, List<Integer> gaps, PlanCost cost) {
        List<Remark> remarks = new ArrayList<>();
        LocalDate first = visits.get(0).slot().day();
        LocalDate last = visits.get(visits.size() - 1).slot().day();
        if (!gaps.isEmpty()) {
            remarks.add(gaps(gaps));
        }
        remarks.add(times(visits));
        if (!gaps.isEmpty()) {
            SortedSet<DayOfWeek> weekdays = new TreeSet<>();
            visits.forEach(visit -> weekdays.add(visit.slot().day().getDayOfWeek()));
            remarks.add(new Remark(Kind.WEEKDAYS, Map.of("weekdays", List.copyOf(weekdays))));
        }
        if (cost.load() <= QUIET * visits.size()) {
            remarks.add(Remark.of(Kind.QUIET));
        } else if (cost.load() >= CROWDED * visits.size()) {
            remarks.add(Remark.of(Kind.CROWDED));
        }
        if (visits.stream().map(Proposal.Visit::room).map(Resource::purposes).allMatch(only -> only.size() == 1)) {
            remarks.add(Remark.of(Kind.ROOMS_KEPT));
        }
        remarks.add(
                gaps.isEmpty()
                        ? new Remark(Kind.ONE_VISIT, Map.of("day", first))
                        : new Remark(Kind.FINISH, Map.of("day", last, "days", last.toEpochDay() - first.toEpochDay())));
        return remarks;
    }

    private Remark gaps(List<Integer> gaps) {
        int target = protocol.gap().target();
        return gaps.stream().allMatch(gap -> gap == target)
                ? new Remark(Kind.GAPS_BEST, Map.of("target", target))
                : new Remark(Kind.GAPS, Map.of("gaps", gaps, "target", target));
    }

    private Remark times(List<Proposal.Visit> visits) {
        SortedSet<LocalTime> times = new TreeSet<>();
        visits.forEach(visit -> times.add(visit.slot().span().startsAt()));
        if (times.size() > 1) {
            return new Remark(Kind.TIMES, Map.of("from", times.first(), "to", times.last()));
        }
        return new Remark(
                preferred.filter(times.first()::equals).isPresent() ? Kind.AS_PREFERRED : Kind.SAME_TIME,
                Map.of("time", times.first()));
    }
}
