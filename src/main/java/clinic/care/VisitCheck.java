package clinic.care;

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
import java.util.OptionalInt;

/** Something asked, measured or verified for a visit, by whom and when. Never changed: the latest of a kind counts. */
@Entity
@Table(name = "visit_check")
public class VisitCheck {
    /** The clinic's page of rules, 12: from either of them on, nothing begins. mmHg. */
    private static final int SYSTOLIC_HOLD = 160;

    private static final int DIASTOLIC_HOLD = 100;

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

    protected VisitCheck() {}

    VisitCheck(
            long visit, CheckKind kind, boolean ok, Measured measured, Optional<String> note, Actor actor, Instant at) {
        this.visit = visit;
        this.kind = kind;
        this.systolic = boxed(measured.systolic());
        this.diastolic = boxed(measured.diastolic());
        this.pulse = boxed(measured.pulse());
        this.saturation = boxed(measured.saturation());
        this.weight = boxed(measured.weight());
        this.ok = kind == CheckKind.VITALS ? isPressureIn() : ok;
        this.note = note.orElse(null);
        this.actor = actor.name();
        this.role = actor.role().orElse(null);
        this.at = at;
    }

    private static Integer boxed(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    private boolean isPressureIn() {
        return systolic < SYSTOLIC_HOLD && diastolic < DIASTOLIC_HOLD;
    }

    public long id() {
        return id;
    }

    public long visit() {
        return visit;
    }

    public CheckKind kind() {
        return kind;
    }

    /** Whether it is as it should be; of vitals, whether the pressure is below the hold. */
    public boolean ok() {
        return ok;
    }

    public Measured measured() {
        return new Measured(
                optional(systolic), optional(diastolic), optional(pulse), optional(saturation), optional(weight));
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public String by() {
        return actor;
    }

    public Instant at() {
        return at;
    }
}
