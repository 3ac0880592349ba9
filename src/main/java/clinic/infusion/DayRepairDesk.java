package clinic.infusion;

import clinic.booking.NurseRoster;
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
 * thought about outside of any transaction; what is fair among them {@link RepairTogether} says. Reading, thinking and
 * keeping have one deadline together: what was not reached by then is said to be so. The whole is shown first and applied
 * series by series, each as if it had been proposed by itself.
 */
@ApplicationScoped
public class DayRepairDesk {
    /** A request is answered within eight seconds in all; something is left for the page. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** For so much of it better ways are looked for than the first that was found. */
    private static final Duration SEARCHING = Duration.ofSeconds(2);

    private static final int TRIES_EACH = 20;
    private static final long SEED = 8;

    @Inject
    private StrandedSeries stranded;

    @Inject
    private RepairDesk repairs;

    @Inject
    private NurseRoster roster;

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
        BooleanSupplier inTime = until(clock.instant().plus(LONGEST));
        StrandedSeries.Read read = reading.of(() -> stranded.read(actor, day, agreed, inTime));
        if (!read.cases().isEmpty()) {
            roster.mustHaveANurse();
        }
        List<StrandedSeries.Case> free =
                read.cases().stream().filter(each -> each.unasked().isEmpty()).toList();
        RepairTogether together = new RepairTogether(
                free.stream().map(each -> (RepairTogether.Broken) each.read()).toList(), read.house(), inTime);
        RepairTogether.State best = together.best(new Random(SEED), aWhile(free.size(), inTime));
        Loads made = together.made(best);
        List<DayRepair.Line> lines = new ArrayList<>();
        for (StrandedSeries.Case each : read.cases()) {
            lines.add(line(actor, each, together, best, made, free.indexOf(each), inTime));
        }
        read.unread().forEach(broken -> lines.add(noTime(broken)));
        return new DayRepair(lines);
    }

    private DayRepair.Line line(
            Actor actor,
            StrandedSeries.Case one,
            RepairTogether together,
            RepairTogether.State best,
            Loads made,
            int at,
            BooleanSupplier inTime) {
        if (at < 0) {
            return callFirst(one, one.unasked());
        }
        if (!inTime.getAsBoolean() || !together.isLookedAt(at)) {
            return noTime(one.broken());
        }
        boolean alone = together.alone().fixed().get(at).isPresent();
        return best.fixed()
                .get(at)
                .map(fixed -> repaired(actor, one, fixed))
                .orElseGet(() -> unrepaired(one, made, alone));
    }

    private static DayRepair.Line noTime(BrokenSeries broken) {
        return new DayRepair.Line(broken, DayRepair.Outcome.NO_TIME, Optional.empty(), List.of(), Optional.empty());
    }

    private BooleanSupplier until(Instant end) {
        return () -> clock.instant().isBefore(end);
    }

    private BooleanSupplier aWhile(int series, BooleanSupplier inTime) {
        BooleanSupplier searching = until(clock.instant().plus(SEARCHING));
        AtomicInteger tries = new AtomicInteger();
        return () ->
                tries.incrementAndGet() <= TRIES_EACH * series && searching.getAsBoolean() && inTime.getAsBoolean();
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
     * Does what was proposed, series by series; what cannot be done by now does not keep the others from it, nor does a
     * database that fails in between take from what was done.
     *
     * @param proposals by the series they are of
     */
    public List<DayRepair.Applied> apply(Actor actor, Map<Long, String> proposals, Optional<String> reason) {
        actor.must(Task.WRITE);
        return OneByOne.apply(proposals, (series, proposal) -> repairs.apply(actor, series, proposal, reason));
    }
}
