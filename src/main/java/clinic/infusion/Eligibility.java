package clinic.infusion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a patient may be treated, as a prescriber decided after evaluating her. Never changed: the latest counts. */
@Entity
@Table(name = "eligibility")
public class Eligibility {
    /** The clinic's page of rules, 5: an evaluation older than this counts no more. */
    static final int VALID_DAYS = 90;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "patient_id")
    private long patient;

    private boolean eligible;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "decided_by")
    private String by;

    @Column(name = "decided_at")
    private Instant at;

    private String reason;

    protected Eligibility() {}

    Eligibility(long patient, boolean eligible, LocalDate today, String by, Instant at, Optional<String> reason) {
        this.patient = patient;
        this.eligible = eligible;
        this.validUntil = eligible ? today.plusDays(VALID_DAYS) : null;
        this.by = by;
        this.at = at;
        this.reason = reason.orElse(null);
    }

    /** Whether she may be treated on that day. */
    public boolean holdsOn(LocalDate day) {
        return eligible && !day.isAfter(validUntil);
    }

    long patient() {
        return patient;
    }

    public boolean eligible() {
        return eligible;
    }

    /** Inclusive. */
    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
