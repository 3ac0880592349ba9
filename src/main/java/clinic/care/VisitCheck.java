package clinic.care;

import clinic.protocol.ClinicalLimits;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something asked, measured or verified for a visit, by whom and when. Never changed, but for being struck out: the latest
 * of a kind that is not struck counts.
 */
@Entity
@Table(name = "visit_check")
class VisitCheck {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "appointment_id")
    private long visit;

    @Enumerated(EnumType.STRING)
    private CheckKind kind;

    private boolean ok;
    private Integer systolic;
    private Integer diastolic;
    private Integer pulse;
    private Integer saturation;
    private Integer weight;
    private String note;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant at;

    /** Of vitals: taken while infusing, so that the limits of the infusion hold for them. */
    private boolean infusing;

    @Column(name = "struck_by")
    private String struckBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "struck_role")
    private Role struckRole;

    @Column(name = "struck_at")
    private Instant struckAt;

    @Column(name = "struck_reason")
    private String struckReason;

    protected VisitCheck() {}

    /**
     * @param infusing whether the infusion was running
     * @param within of vitals, whether all values are within their limits
     */
    VisitCheck(
            long visit,
            CheckEntry entry,
            Measured measured,
            boolean infusing,
            boolean within,
            Actor actor,
            Instant at) {
        this.visit = visit;
        this.kind = entry.kind();
        this.systolic = boxed(measured.systolic());
        this.diastolic = boxed(measured.diastolic());
        this.pulse = boxed(measured.pulse());
        this.saturation = boxed(measured.saturation());
        this.weight = boxed(measured.weight());
        this.infusing = infusing && kind == CheckKind.VITALS;
        this.ok = kind == CheckKind.VITALS ? within : entry.ok();
        this.note = entry.note().orElse(null);
        this.actor = actor.name();
        this.role = actor.role().orElse(null);
        this.at = at;
    }

    private static Integer boxed(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    /** @throws IllegalStateException if it is struck already */
    void strike(Actor by, Instant now, String reason) {
        if (struckAt != null) {
            throw new IllegalStateException("entry " + id + " is struck");
        }
        struckBy = by.name();
        struckRole = by.role().orElse(null);
        struckAt = now;
        struckReason = reason;
    }

    Optional<CheckRecord.Strike> struck() {
        return Optional.ofNullable(struckAt)
                .map(when -> new CheckRecord.Strike(struckBy, Optional.ofNullable(struckRole), when, struckReason));
    }

    CheckRecord toRecord(ClinicalLimits limits) {
        List<OutOfLimits> outside = measured().outside(limits, infusing);
        return new CheckRecord(
                id,
                kind,
                kind == CheckKind.VITALS ? outside.isEmpty() : ok,
                measured(),
                outside,
                Optional.ofNullable(note),
                actor,
                at,
                struck());
    }

    long id() {
        return id;
    }

    long visit() {
        return visit;
    }

    CheckKind kind() {
        return kind;
    }

    /** The answer, where there is a yes or a no. */
    boolean ok() {
        return ok;
    }

    Measured measured() {
        return new Measured(
                optional(systolic), optional(diastolic), optional(pulse), optional(saturation), optional(weight));
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    Instant at() {
        return at;
    }
}
