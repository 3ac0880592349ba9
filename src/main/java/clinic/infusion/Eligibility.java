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

    @Column(name = "of_minor")
    private boolean ofMinor;

    protected Eligibility() {}

    /**
     * @param ofMinor whether the patient was under 18 when it was decided; then a reason is given
     */
    Eligibility(
            long patient,
            boolean eligible,
            LocalDate today,
            String by,
            Instant at,
            Optional<String> reason,
            boolean ofMinor) {
        if (eligible && ofMinor && reason.isEmpty()) {
            throw new IllegalArgumentException("a minor is eligible for a reason only");
        }
        this.ofMinor = ofMinor;
        this.patient = patient;
        this.eligible = eligible;
        this.validUntil = eligible ? today.plusDays(VALID_DAYS) : null;
        this.by = by;
        this.at = at;
        this.reason = reason.orElse(null);
    }

    /**
     * Whether the patient may be treated on that day.
     *
     * @param adult whether the patient is 18 by then; if not, only a decision that knew so counts
     */
    public boolean holdsOn(LocalDate day, boolean adult) {
        return eligible && !day.isAfter(validUntil) && (adult || ofMinor);
    }

    /** Whether it allows treating a minor: decided with a reason, knowing the age. */
    public boolean isOfMinor() {
        return eligible && ofMinor;
    }

    long patient() {
        return patient;
    }

    boolean isSame(Eligibility other) {
        return id == other.id;
    }

    /** The same decision, as the latest of a record that took over another. */
    Eligibility again(long kept) {
        Eligibility same = new Eligibility();
        same.patient = kept;
        same.eligible = eligible;
        same.validUntil = validUntil;
        same.by = by;
        same.at = at;
        same.reason = reason;
        same.ofMinor = ofMinor;
        return same;
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
