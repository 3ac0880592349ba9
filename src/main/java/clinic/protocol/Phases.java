package clinic.protocol;

import clinic.calendar.QuarterHours;

/**
 * The phases of one infusion visit, in minutes, one after the other without a pause; each is rounded up to whole
 * quarter-hours. The patient is in the chair for the first three; the room is cleaned in the fourth.
 */
public record Phases(int prep, int infusion, int recovery, int turnover) {
    public Phases {
        if (prep < 0 || infusion < 1 || recovery < 1 || turnover < 0) {
            throw new IllegalArgumentException("no visit has phases of " + prep + ", " + infusion + ", " + recovery);
        }
    }

    public int prepQuarters() {
        return QuarterHours.quarters(prep);
    }

    public int recoveryQuarters() {
        return QuarterHours.quarters(recovery);
    }

    public int turnoverQuarters() {
        return QuarterHours.quarters(turnover);
    }

    /** From the start of the visit to its end, cleaning not counted. */
    public int chairQuarters() {
        return prepQuarters() + QuarterHours.quarters(infusion) + recoveryQuarters();
    }
}
