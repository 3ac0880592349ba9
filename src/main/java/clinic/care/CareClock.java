package clinic.care;

import clinic.booking.Status;
import clinic.booking.Treatment;
import clinic.calendar.QuarterHours;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the clock says of an infusion visit under way: when its phase should end, when vitals are due, how often a hold was
 * measured again, and whether the last vitals lie outside their limits. The clinic's page of rules, sections 5 and 12.
 * Pure.
 *
 * @param ends when the phase should end as planned
 * @param due when vitals are to be taken next
 * @param every minutes between sets of vitals in this phase
 * @param rechecks sets of vitals since the visit was put on hold
 * @param mostRechecks how many there are before the visit is rescheduled
 * @param hold how a hold stands; nothing if there is none
 * @param outside whether the last vitals of the phase have a value outside its limits
 */
public record CareClock(
        Optional<Instant> ends,
        Optional<Instant> due,
        int every,
        int rechecks,
        int mostRechecks,
        Optional<Hold> hold,
        boolean outside) {

    /** Where a hold leads. */
    public enum Hold {
        /** To be measured again. */
        RECHECK,
        /** The last vitals were within their limits. */
        GO_ON,
        /** Outside again and again: another day, without a fee. */
        RESCHEDULE
    }

    /** A set of vitals that counts, and when it was taken. */
    record Taken(Instant at, Measured measured) {
        static Taken of(VisitCheck check) {
            return new Taken(check.at(), check.measured());
        }
    }

    /**
     * @param since when the visit came to stand where it stands
     * @param vitals in the order they were taken
     */
    static CareClock of(Status status, Instant since, Treatment treatment, ClinicalLimits limits, List<Taken> vitals) {
        List<Taken> ofThePhase =
                vitals.stream().filter(each -> !each.at().isBefore(since)).toList();
        return switch (status) {
            case PREPARING ->
                new CareClock(
                        Optional.of(after(since, treatment.prep() * QuarterHours.MINUTES)),
                        Optional.empty(),
                        0,
                        0,
                        0,
                        Optional.empty(),
                        isOutside(vitals, limits, false));
            case IN_PROGRESS ->
                phase(
                        after(since, treatment.infusion() * QuarterHours.MINUTES),
                        last(ofThePhase).map(Taken::at).orElse(since),
                        limits,
                        isOutside(ofThePhase, limits, true));
            case RECOVERING ->
                phase(
                        after(since, limits.of(Limit.OBSERVATION_MINUTES)),
                        last(vitals).map(Taken::at).orElse(since),
                        limits,
                        isOutside(ofThePhase, limits, false));
            case ON_HOLD -> onHold(since, ofThePhase, limits);
            default -> new CareClock(Optional.empty(), Optional.empty(), 0, 0, 0, Optional.empty(), false);
        };
    }

    private static CareClock phase(Instant ends, Instant last, ClinicalLimits limits, boolean outside) {
        int every = limits.of(Limit.VITALS_MINUTES);
        return new CareClock(
                Optional.of(ends), Optional.of(after(last, every)), every, 0, 0, Optional.empty(), outside);
    }

    private static CareClock onHold(Instant since, List<Taken> again, ClinicalLimits limits) {
        int most = limits.of(Limit.RECHECKS);
        int every = limits.of(Limit.RECHECK_MINUTES);
        boolean outside = isOutside(again, limits, false);
        Hold hold = !again.isEmpty() && !outside ? Hold.GO_ON : again.size() < most ? Hold.RECHECK : Hold.RESCHEDULE;
        Instant from = last(again).map(Taken::at).orElse(since);
        return new CareClock(
                Optional.empty(),
                Optional.of(after(from, every)).filter(any -> hold == Hold.RECHECK),
                every,
                again.size(),
                most,
                Optional.of(hold),
                outside);
    }

    private static boolean isOutside(List<Taken> vitals, ClinicalLimits limits, boolean infusing) {
        return last(vitals)
                .filter(each -> !each.measured().outside(limits, infusing).isEmpty())
                .isPresent();
    }

    private static Optional<Taken> last(List<Taken> vitals) {
        return vitals.isEmpty() ? Optional.empty() : Optional.of(vitals.get(vitals.size() - 1));
    }

    private static Instant after(Instant moment, int minutes) {
        return moment.plus(Duration.ofMinutes(minutes));
    }

    /** Whether vitals should have been taken by now. */
    public boolean isOverdue(Instant now) {
        return due.filter(now::isAfter).isPresent();
    }
}
