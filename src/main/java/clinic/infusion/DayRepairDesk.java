package clinic.infusion;

import clinic.booking.BookingRefused;
import clinic.booking.CourseRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.RealTime;
import clinic.capacity.Loads;
import clinic.platform.Reading;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Where all series that lost visits are repaired together: a day is closed, a nurse is sick. The house is read once, then
 * thought about outside of any transaction, for two seconds at most; what is fair among them {@link RepairTogether} says.
 * The whole is shown first and applied series by series, each as if it had been proposed by itself.
 */
@ApplicationScoped
public class DayRepairDesk {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int TRIES_EACH = 20;
    private static final long SEED = 8;

    @Inject
    private StrandedSeries stranded;

    @Inject
    private RepairDesk repairs;

    @Inject
    private Reading reading;

    @Inject
    @RealTime
    private Clock clock;

    /** Those that wait, in order of the first visit they lost; of one day, if it is given. */
    public List<BrokenSeries> waiting(Actor actor, Optional<LocalDate> day) {
        actor.must(Task.READ);
        return reading.of(() -> stranded.broken(actor, day));
    }

    /**
     * What all of them would be like, repaired; nothing of them is changed.
     *
     * @param day only those that lost a visit of that day, if it is given
     * @param agreed series whose patients agreed that visits move that are near or confirmed
     */
    public DayRepair propose(Actor actor, Optional<LocalDate> day, Set<Long> agreed) {
        actor.must(Task.WRITE);
        StrandedSeries.Read read = reading.of(() -> stranded.read(actor, day, agreed));
        List<StrandedSeries.Case> free =
                read.cases().stream().filter(each -> each.unasked().isEmpty()).toList();
        RepairTogether together = new RepairTogether(
                free.stream().map(each -> (RepairTogether.Broken) each.read()).toList(), read.house());
        RepairTogether.State best = together.best(new Random(SEED), aWhile(free.size()));
        Loads made = together.made(best);
        return new DayRepair(read.cases().stream()
                .map(each -> {
                    int at = free.indexOf(each);
                    if (at < 0) {
                        return callFirst(each, each.unasked());
                    }
                    boolean alone = together.alone().fixed().get(at).isPresent();
                    return best.fixed()
                            .get(at)
                            .map(fixed -> repaired(actor, each, fixed))
                            .orElseGet(() -> unrepaired(each, made, alone));
                })
                .toList());
    }

    private BooleanSupplier aWhile(int series) {
        Instant end = clock.instant().plus(LONGEST);
        AtomicInteger tries = new AtomicInteger();
        return () -> tries.incrementAndGet() <= TRIES_EACH * series
                && clock.instant().isBefore(end);
    }

    private DayRepair.Line repaired(Actor actor, StrandedSeries.Case one, RepairTogether.Fixed fixed) {
        RepairProposal proposal = repairs.keep(actor, one.read(), fixed.repaired());
        return line(one, DayRepair.Outcome.REPAIRED, Optional.of(proposal), List.of());
    }

    /**
     * @param made the house once the others are repaired
     * @param alone whether it could be repaired by itself
     */
    private static DayRepair.Line unrepaired(StrandedSeries.Case one, Loads made, boolean alone) {
        if (one.read().repair(made.without(one.read().held())).isPresent()) {
            return line(one, DayRepair.Outcome.AFTER_THE_OTHERS, Optional.empty(), List.of());
        }
        if (alone) {
            return line(one, DayRepair.Outcome.NO_PLACE_BESIDE, Optional.empty(), List.of());
        }
        return one.asHers()
                .flatMap(agreed -> agreed.alone().map(repaired -> callFirst(one, agreed.hers(repaired))))
                .orElseGet(() -> line(one, DayRepair.Outcome.NO_PLAN, Optional.empty(), List.of()));
    }

    private static DayRepair.Line callFirst(StrandedSeries.Case one, List<Integer> ask) {
        return line(one, DayRepair.Outcome.CALL_FIRST, Optional.empty(), ask);
    }

    private static DayRepair.Line line(
            StrandedSeries.Case one, DayRepair.Outcome outcome, Optional<RepairProposal> proposal, List<Integer> ask) {
        return new DayRepair.Line(
                one.broken(),
                outcome,
                proposal,
                ask,
                outcome == DayRepair.Outcome.NO_PLAN ? Optional.of(one.read().none()) : Optional.empty());
    }

    /**
     * Does what was proposed, series by series; what cannot be done by now does not keep the others from it.
     *
     * @param proposals by the series they are of
     */
    public List<DayRepair.Applied> apply(Actor actor, Map<Long, String> proposals, Optional<String> reason) {
        actor.must(Task.WRITE);
        List<DayRepair.Applied> all = new ArrayList<>();
        proposals.forEach(
                (series, proposal) -> all.add(new DayRepair.Applied(series, applied(actor, series, proposal, reason))));
        return all;
    }

    private List<Refusal> applied(Actor actor, long series, String proposal, Optional<String> reason) {
        try {
            repairs.apply(actor, series, proposal, reason);
            return List.of();
        } catch (CourseRefused refused) {
            return refused.conflicts().values().stream().flatMap(List::stream).toList();
        } catch (BookingRefused refused) {
            return refused.refusals();
        } catch (UnknownSeries gone) {
            return List.of(Refusal.of(Reason.REPAIR_STALE, "proposal"));
        }
    }
}
