package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody was called about a visit whose time was taken away, and what was said. */
@Entity
@Table(name = "stranded_call")
public class StrandedCall {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "appointment_id")
    private long visit;

    private int revision;
    private String actor;
    private Instant at;
    private String note;

    protected StrandedCall() {}

    StrandedCall(Appointment visit, String actor, Instant at, String note) {
        this.visit = visit.id();
        this.revision = visit.revision();
        this.actor = actor;
        this.at = at;
        this.note = note;
    }

    boolean isAbout(StaffVisit any) {
        return visit == any.id() && revision == any.revision();
    }

    /** Who called, by the name of the account. */
    public String actor() {
        return actor;
    }

    public Instant at() {
        return at;
    }

    public String note() {
        return note;
    }
}
