package clinic.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An incident report: what happened during one appointment, what was done, and how it stood. Never changed. */
@Entity
@Table(name = "adverse_event")
public class AdverseEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "appointment_id")
    private long visit;

    private String happened;
    private String called;
    private String given;

    @Enumerated(EnumType.STRING)
    private AdverseOutcome outcome;

    private boolean stopped;

    @Column(name = "recorded_at")
    private Instant at;

    @Column(name = "recorded_by")
    private String by;

    protected AdverseEvent() {}

    AdverseEvent(long visit, AdverseReport report, String by, Instant at) {
        this.visit = visit;
        this.happened = report.happened().strip();
        this.called = report.called().strip();
        this.given = report.given().strip();
        this.outcome = AdverseOutcome.find(report.outcome()).orElseThrow();
        this.stopped = report.stop();
        this.by = by;
        this.at = at;
    }

    public long id() {
        return id;
    }

    public String happened() {
        return happened;
    }

    /** Empty when no one was called. */
    public String called() {
        return called;
    }

    /** Empty when nothing was given. */
    public String given() {
        return given;
    }

    public AdverseOutcome outcome() {
        return outcome;
    }

    /** Whether the infusion was stopped with it. */
    public boolean stopped() {
        return stopped;
    }

    public Instant at() {
        return at;
    }

    /** The account of who recorded it. */
    public String by() {
        return by;
    }
}
