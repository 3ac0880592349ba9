package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A step a visit took: who did it, when, why. */
@Entity
@Table(name = "visit_edge")
class VisitEdge {
    enum Edge {
        BOOK,
        MOVE,
        CANCEL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "appointment_id")
    private long appointment;

    @Enumerated(EnumType.STRING)
    private Edge edge;

    private String actor;
    private Instant at;
    private String reason;

    protected VisitEdge() {}

    VisitEdge(Appointment appointment, Edge edge, String actor, Instant at, String reason) {
        this.appointment = appointment.id();
        this.edge = edge;
        this.actor = actor;
        this.at = at;
        this.reason = reason;
    }
}
