package clinic.booking;

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

/** A step a visit took: who did it in which role, when, why, and between which states. Never changed afterwards. */
@Entity
@Table(name = "visit_edge")
class VisitEdge {
    static final String BOOK = "BOOK";
    static final String MOVE = "MOVE";
    static final String UNDO = "UNDO";
    /** Kept for review after it was booked, for the patient turned out to be a minor. */
    static final String REVIEW = "REVIEW";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "appointment_id")
    private long appointment;

    private String edge;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant at;
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private Status before;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_after")
    private Status after;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancelled_by")
    private Canceller cancelledBy;

    private String overridden;

    @Column(name = "override_reason")
    private String overrideReason;

    protected VisitEdge() {}

    /** A step that led to where the visit stands now. */
    VisitEdge(Appointment appointment, String edge, Actor actor, Instant at, Status before, Optional<String> reason) {
        this.appointment = appointment.id();
        this.edge = edge;
        this.actor = actor.name();
        this.role = actor.role().orElse(null);
        this.at = at;
        this.before = before;
        this.after = appointment.status();
        this.cancelledBy = appointment.ending().cancelledBy().orElse(null);
        this.reason = reason.orElse(null);
    }

    /** A step that led nowhere else: made, or moved. */
    static VisitEdge inPlace(Appointment appointment, String edge, Actor actor, Instant at, Optional<String> reason) {
        return new VisitEdge(appointment, edge, actor, at, appointment.status(), reason);
    }

    /** The same step, and what was set aside for it. */
    VisitEdge settingAside(Optional<SetAside> what) {
        overridden = what.map(SetAside::text).orElse(null);
        overrideReason = what.map(SetAside::reason).orElse(null);
        return this;
    }

    Optional<Status> after() {
        return Optional.ofNullable(after);
    }

    Instant at() {
        return at;
    }

    VisitStep told() {
        return new VisitStep(
                edge,
                actor,
                Optional.ofNullable(role),
                at,
                Optional.ofNullable(before),
                Optional.ofNullable(after),
                Optional.ofNullable(reason),
                Optional.ofNullable(cancelledBy),
                Optional.ofNullable(overrideReason).map(why -> SetAside.parse(overridden, why)));
    }
}
