package clinic.protocol;

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

/**
 * One version of the clinic's limits, which hold for every protocol that has none of its own. Proposed, approved and
 * retired as a {@link ProtocolVersion} is; its values never change.
 */
@Entity
@Table(name = "clinic_limits")
public class LimitsVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private int version;

    @Enumerated(EnumType.STRING)
    private ProtocolVersion.State state;

    private String limits;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    protected LimitsVersion() {}

    LimitsVersion(int version, ClinicalLimits limits, String by, Instant now) {
        this.version = version;
        this.state = ProtocolVersion.State.DRAFT;
        this.limits = limits.text();
        this.proposedBy = by;
        this.proposedAt = now;
    }

    void approve(String by, Instant now) {
        if (state != ProtocolVersion.State.DRAFT) {
            throw new IllegalStateException("limits " + version + " wait for no one");
        }
        state = ProtocolVersion.State.APPROVED;
        approvedBy = by;
        approvedAt = now;
    }

    void retire() {
        state = ProtocolVersion.State.RETIRED;
    }

    public long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public ProtocolVersion.State state() {
        return state;
    }

    /** Every limit the clinic has a value for; one it has none for since is as usual. */
    public ClinicalLimits limits() {
        return ClinicalLimits.parse(limits).over(ClinicalLimits.USUAL);
    }

    /** The account; {@code HOUSE} for what was shipped. */
    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }
}
