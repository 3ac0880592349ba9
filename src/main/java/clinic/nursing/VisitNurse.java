package clinic.nursing;

import clinic.capacity.Charge;
import clinic.capacity.Nurse;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The nurse somebody decided on for a visit. Whether it still counts, the day as it is says. */
@Entity
@Table(name = "visit_nurse")
class VisitNurse {
    @Id
    @Column(name = "appointment_id")
    private long visit;

    @Column(name = "nurse_id")
    private long nurse;

    @Column(name = "next_nurse_id")
    private Long next;

    @Column(name = "assigned_by")
    private String by;

    @Column(name = "assigned_at")
    private Instant at;

    protected VisitNurse() {}

    VisitNurse(Charge charge, String by, Instant at) {
        this.visit = charge.stay().visit();
        this.nurse = charge.first().id();
        this.next = charge.next().map(Nurse::id).orElse(null);
        this.by = by;
        this.at = at;
    }

    Instant at() {
        return at;
    }

    NursingDay.Decided decided() {
        return new NursingDay.Decided(visit, nurse, Optional.ofNullable(next));
    }
}
