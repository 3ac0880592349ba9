package clinic.infusion;

import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A step a series took: who, in which role, when, why, and between which states. Never changed afterwards. */
@Entity
@Table(name = "series_step")
class SeriesStep {
    static final String PLAN = "PLAN";
    static final String REPAIR = "REPAIR";
    static final String ELIGIBILITY = "ELIGIBILITY";
    static final String AGE = "AGE";
    /** Followed by where a visit came to stand. */
    static final String VISIT = "VISIT_";
    /** A visit was moved off the gaps of the protocol by somebody who may. */
    static final String GAP_OVERRIDE = "GAP_OVERRIDE";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "series_id")
    private long series;

    private String step;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before")
    private SeriesState before;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_after")
    private SeriesState after;

    private String actor;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant at;
    private String reason;

    protected SeriesStep() {}

    /** A step that led to where the series stands now. */
    SeriesStep(
            Series series,
            String step,
            Optional<SeriesState> before,
            Actor actor,
            Instant at,
            Optional<String> reason) {
        this.series = series.id();
        this.step = step;
        this.before = before.orElse(null);
        this.after = series.state();
        this.actor = actor.name();
        this.role = actor.role().orElse(null);
        this.at = at;
        this.reason = reason.orElse(null);
    }

    /** Whether one of its visits led there, rather than a person who decided about the series. */
    boolean isOfAVisit() {
        return step.startsWith(VISIT);
    }

    boolean isOf(Decision decision) {
        return is(decision.name());
    }

    boolean is(String name) {
        return step.equals(name);
    }

    Optional<SeriesState> before() {
        return Optional.ofNullable(before);
    }

    SeriesRecord.Step told() {
        return new SeriesRecord.Step(
                step,
                Optional.ofNullable(before),
                after,
                actor,
                Optional.ofNullable(role),
                at,
                Optional.ofNullable(reason));
    }
}
