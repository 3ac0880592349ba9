package clinic.care;

import clinic.booking.Status;
import clinic.booking.Treatment;
import clinic.calendar.QuarterHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the clock says of a treatment under way: when its phase should end, when vitals are due, and how often a pressure
 * that held it was measured again. The clinic's page of rules, sections 5 and 12. Pure.
 *
 * @param ends when the phase should end as planned
 * @param due when vitals are to be taken next
 * @param rechecks vitals taken since the visit was put on hold
 * @param hold how a hold stands; nothing if there is none
 */
public record CareClock(Optional<Instant> ends, Optional<Instant> due, int rechecks, Optional<Hold> hold) {
    /** How often a pressure that held a visit is measured again. */
    public static final int RECHECKS = 2;

    private static final Duration RECHECK_EVERY = Duration.ofMinutes(15);
    /** While it is given and after: every ten to fifteen minutes. */
    private static final Duration VITALS_EVERY = Duration.ofMinutes(15);

    /** Where a hold leads. */
    public enum Hold {
        /** To be measured again. */
        RECHECK,
        /** The last pressure was fine. */
        GO_ON,
        /** Too high again and again: another day, without a fee. */
        RESCHEDULE
    }

    /** When vitals were taken, and whether the pressure was below the hold. */
    record Taken(Instant at, boolean ok) {
        static Taken of(VisitCheck check) {
            return new Taken(check.at(), check.ok());
        }
    }

    /**
     * @param since when the visit came to stand where it stands
     * @param vitals in the order they were taken
     */
    static CareClock of(Status status, Instant since, Treatment treatment, List<Taken> vitals) {
        Optional<Instant> last = vitals.isEmpty()
                ? Optional.empty()
                : Optional.of(vitals.get(vitals.size() - 1).at());
        return switch (status) {
            case PREPARING -> phase(since, treatment.prep(), Optional.empty());
            case IN_PROGRESS ->
                phase(
                        since,
                        treatment.infusion(),
                        last.filter(at -> at.isAfter(since)).or(() -> Optional.of(since)));
            case RECOVERING -> phase(since, treatment.recovery(), last.or(() -> Optional.of(since)));
            case ON_HOLD ->
                onHold(
                        since,
                        vitals.stream()
                                .filter(each -> !each.at().isBefore(since))
                                .toList());
            default -> new CareClock(Optional.empty(), Optional.empty(), 0, Optional.empty());
        };
    }

    private static CareClock phase(Instant since, int quarters, Optional<Instant> vitals) {
        return new CareClock(
                Optional.of(since.plus(Duration.ofMinutes((long) quarters * QuarterHours.MINUTES))),
                vitals.map(at -> at.plus(VITALS_EVERY)),
                0,
                Optional.empty());
    }

    private static CareClock onHold(Instant since, List<Taken> again) {
        boolean ok = !again.isEmpty() && again.get(again.size() - 1).ok();
        Hold hold = ok ? Hold.GO_ON : again.size() < RECHECKS ? Hold.RECHECK : Hold.RESCHEDULE;
        Instant from = again.isEmpty() ? since : again.get(again.size() - 1).at();
        return new CareClock(
                Optional.empty(),
                Optional.of(from.plus(RECHECK_EVERY)).filter(any -> hold == Hold.RECHECK),
                again.size(),
                Optional.of(hold));
    }

    /** Whether vitals should have been taken by now. */
    public boolean isOverdue(Instant now) {
        return due.filter(now::isAfter).isPresent();
    }
}
