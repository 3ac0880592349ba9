package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.capacity.Purpose;
import clinic.capacity.Stay;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;

/**
 * How a treatment goes and what it takes: prepared, given, watched until the patient goes home, and the room cleaned
 * after. It schedules; it says nothing of what is given. Kept with the visit, for the recipe may change after.
 */
@Embeddable
public class Treatment {
    /** The same page, 12: who recovers needs one unit of watching. */
    private static final int CARE_IN_RECOVERY = 1;

    private static final int FIRST_EVER_CARE = 3;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "prep_q")
    private int prep;

    @Column(name = "infusion_q")
    private int infusion;

    @Column(name = "recovery_q")
    private int recovery;

    @Column(name = "turnover_q")
    private int turnover;

    private int care;

    protected Treatment() {}

    /**
     * Durations are minutes and round up to quarter-hours.
     *
     * @param purpose what the room must be fitted for
     * @param prep before the infusion, at least one quarter-hour
     * @param recovery after it, at least one quarter-hour
     * @param turnover for which the room is cleaned once she has gone, 0 or more
     * @param care units of watching until recovery, 1 or more
     */
    public static Treatment of(Purpose purpose, int prep, int infusion, int recovery, int turnover, int care) {
        Treatment treatment = new Treatment();
        treatment.purpose = Objects.requireNonNull(purpose, "purpose");
        treatment.prep = QuarterHours.quarters(prep);
        treatment.infusion = QuarterHours.quarters(infusion);
        treatment.recovery = QuarterHours.quarters(recovery);
        treatment.turnover = QuarterHours.quarters(turnover);
        treatment.care = care;
        if (purpose == Purpose.CONSULT || prep <= 0 || infusion <= 0 || recovery <= 0 || turnover < 0 || care < 1) {
            throw new IllegalArgumentException("no treatment is " + treatment);
        }
        return treatment;
    }

    /** The same treatment for somebody who never had one: she is watched more closely. */
    public Treatment firstEver() {
        Treatment first = new Treatment();
        first.purpose = purpose;
        first.prep = prep;
        first.infusion = infusion;
        first.recovery = recovery;
        first.turnover = turnover;
        first.care = Math.max(care, FIRST_EVER_CARE);
        return first;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** In quarter-hours, as are all the spans. */
    public int prep() {
        return prep;
    }

    public int infusion() {
        return infusion;
    }

    public int recovery() {
        return recovery;
    }

    public int turnover() {
        return turnover;
    }

    /** From coming in to going home. */
    public int quarters() {
        return prep + infusion + recovery;
    }

    public int minutes() {
        return quarters() * QuarterHours.MINUTES;
    }

    int turnoverMinutes() {
        return turnover * QuarterHours.MINUTES;
    }

    /** Units of watching until recovery. */
    public int care() {
        return care;
    }

    int recoveryCare() {
        return CARE_IN_RECOVERY;
    }

    int task() {
        return Stay.TASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Treatment that
                && purpose == that.purpose
                && prep == that.prep
                && infusion == that.infusion
                && recovery == that.recovery
                && turnover == that.turnover
                && care == that.care;
    }

    @Override
    public int hashCode() {
        return Objects.hash(purpose, prep, infusion, recovery, turnover, care);
    }

    @Override
    public String toString() {
        return purpose + " " + prep + "+" + infusion + "+" + recovery + "+" + turnover + " quarter-hours, care " + care;
    }
}
