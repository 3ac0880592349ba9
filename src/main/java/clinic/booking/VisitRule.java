package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.capacity.Rollforward;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalTime;

/** What the clinic decided for a kind of visit: how long, from which minute, how soon and how far ahead. */
@Entity
@Table(name = "visit_rule")
public class VisitRule {
    @Id
    @Enumerated(EnumType.STRING)
    private VisitKind kind;

    private int minutes;

    @Column(name = "grid_minutes")
    private int gridMinutes;

    @Column(name = "lead_minutes")
    private int leadMinutes;

    @Column(name = "horizon_days")
    private int horizonDays;

    @Column(name = "turnover_minutes")
    private int turnoverMinutes;

    protected VisitRule() {}

    /**
     * @param minutes how long the visit lasts
     * @param gridMinutes starts are offered every so many minutes from midnight; a multiple of 15
     * @param leadMinutes how far ahead a patient must book at least; exactly so far is enough
     * @param horizonDays how many days ahead she can book at most, that day included
     * @param turnoverMinutes for which the room is cleaned afterwards
     */
    public VisitRule(
            VisitKind kind, int minutes, int gridMinutes, int leadMinutes, int horizonDays, int turnoverMinutes) {
        if (minutes <= 0 || gridMinutes <= 0 || gridMinutes % QuarterHours.MINUTES != 0) {
            throw new IllegalArgumentException("no visit lasts " + minutes + " minutes every " + gridMinutes);
        }
        this.kind = kind;
        this.minutes = minutes;
        this.gridMinutes = gridMinutes;
        this.leadMinutes = leadMinutes;
        this.horizonDays = horizonDays;
        this.turnoverMinutes = turnoverMinutes;
    }

    /** The same rule for staff: they need not book ahead. */
    VisitRule withoutLead() {
        return new VisitRule(kind, minutes, gridMinutes, 0, horizonDays, turnoverMinutes);
    }

    /** The same rule with what is custom set aside: any quarter-hour, as far ahead as the ledger is rolled. */
    VisitRule overridden() {
        return new VisitRule(kind, minutes, QuarterHours.MINUTES, 0, Rollforward.DAYS_AHEAD - 1, turnoverMinutes);
    }

    /** The same rule for a visit that lasts as long as a treatment. */
    VisitRule lasting(Treatment treatment) {
        return new VisitRule(
                kind, treatment.minutes(), gridMinutes, leadMinutes, horizonDays, treatment.turnoverMinutes());
    }

    public VisitKind kind() {
        return kind;
    }

    public int minutes() {
        return minutes;
    }

    public int gridMinutes() {
        return gridMinutes;
    }

    public Duration lead() {
        return Duration.ofMinutes(leadMinutes);
    }

    public int horizonDays() {
        return horizonDays;
    }

    public int turnoverMinutes() {
        return turnoverMinutes;
    }

    boolean onGrid(LocalTime time) {
        return QuarterHours.onGrid(time) && time.toSecondOfDay() / 60 % gridMinutes == 0;
    }

    int quarters() {
        return QuarterHours.quarters(minutes);
    }
}
