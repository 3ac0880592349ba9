package clinic.protocol;

import clinic.capacity.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of a protocol, as the house keeps it. An admin proposes it, a prescriber approves it, and from then on it is
 * the one planned with, until the next takes its place. Its numbers never change: who wants others proposes a version.
 */
@Entity
@Table(name = "protocol")
public class ProtocolVersion {
    /** Where a version stands. */
    public enum State {
        /** The one planned with. */
        APPROVED,
        /** Waits for a prescriber. */
        DRAFT,
        /** Another version took its place; series that began by it go on by it. */
        RETIRED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String code;
    private int version;

    @Enumerated(EnumType.STRING)
    private State state;

    private int visits;

    @Column(name = "gap_unit")
    @Enumerated(EnumType.STRING)
    private Gap.Unit gapUnit;

    @Column(name = "gap_least")
    private int gapLeast;

    @Column(name = "gap_target")
    private int gapTarget;

    @Column(name = "gap_most")
    private int gapMost;

    @Column(name = "window_days")
    private int windowDays;

    @Column(name = "most_weekend_splits")
    private Integer weekendSplits;

    @Enumerated(EnumType.STRING)
    private Purpose room;

    private int prep;
    private int infusion;

    @Column(name = "infusion_least")
    private int infusionLeast;

    @Column(name = "infusion_most")
    private int infusionMost;

    private int recovery;

    @Column(name = "recovery_least")
    private int recoveryLeast;

    @Column(name = "recovery_most")
    private int recoveryMost;

    private int turnover;
    private int acuity;
    private String checkpoints;

    /** What holds for its series: its own, and the clinic's as they were when it was approved. */
    private String limits = "";

    @Column(name = "own_limits")
    private String ownLimits = "";

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    protected ProtocolVersion() {}

    ProtocolVersion(String code, int version, ProtocolNumbers numbers, String by, Instant now) {
        this.code = code;
        this.version = version;
        this.state = State.DRAFT;
        this.visits = numbers.visits();
        this.gapUnit = numbers.gapUnit();
        this.gapLeast = numbers.gapLeast();
        this.gapTarget = numbers.gapTarget();
        this.gapMost = numbers.gapMost();
        this.windowDays = numbers.isSeries() ? numbers.windowDays() : 0;
        this.weekendSplits =
                numbers.weekendSplits() == ProtocolNumbers.ANY_SPLITS ? null : (Integer) numbers.weekendSplits();
        this.room = numbers.room();
        this.prep = numbers.prep();
        this.infusion = numbers.infusion();
        this.infusionLeast = numbers.infusionLeast();
        this.infusionMost = numbers.infusionMost();
        this.recovery = numbers.recovery();
        this.recoveryLeast = numbers.recoveryLeast();
        this.recoveryMost = numbers.recoveryMost();
        this.turnover = numbers.turnover();
        this.acuity = numbers.acuity();
        this.checkpoints =
                numbers.checkpointsInOrder().stream().map(String::valueOf).collect(Collectors.joining(","));
        this.ownLimits = numbers.own().text();
        this.proposedBy = by;
        this.proposedAt = now;
    }

    /**
     * @param clinic the limits that hold where it has none of its own
     */
    void approve(ClinicalLimits clinic, String by, Instant now) {
        if (state != State.DRAFT) {
            throw new IllegalStateException(this + " waits for nobody");
        }
        state = State.APPROVED;
        limits = resolved(clinic).text();
        approvedBy = by;
        approvedAt = now;
    }

    void retire() {
        state = State.RETIRED;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public State state() {
        return state;
    }

    boolean is(State other) {
        return state == other;
    }

    public ProtocolNumbers numbers() {
        return new ProtocolNumbers(
                visits,
                gapUnit,
                gapLeast,
                gapTarget,
                gapMost,
                windowDays,
                weekendSplits == null ? ProtocolNumbers.ANY_SPLITS : weekendSplits,
                room,
                prep,
                infusion,
                infusionLeast,
                infusionMost,
                recovery,
                recoveryLeast,
                recoveryMost,
                turnover,
                acuity,
                numbersOf(checkpoints),
                ClinicalLimits.parse(ownLimits));
    }

    /**
     * Every limit that holds for its series; of a draft, those that would if it were approved now.
     *
     * @param clinic the limits in use, for a draft
     */
    public ClinicalLimits limits(ClinicalLimits clinic) {
        return state == State.DRAFT ? resolved(clinic) : limits();
    }

    /** Every limit that holds for the series planned by it. */
    public ClinicalLimits limits() {
        return ClinicalLimits.parse(limits).over(ClinicalLimits.USUAL).otherwise(Limit.OBSERVATION_MINUTES, recovery);
    }

    /** Whether other limits of the clinic are other limits of this. */
    boolean changesWith(ClinicalLimits clinic) {
        return !resolved(clinic).equals(limits());
    }

    private ClinicalLimits resolved(ClinicalLimits clinic) {
        return ClinicalLimits.parse(ownLimits).over(clinic).otherwise(Limit.OBSERVATION_MINUTES, recovery);
    }

    private static Set<Integer> numbersOf(String list) {
        return Arrays.stream(list.split(","))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Protocol protocol() {
        return numbers().protocol(code, version);
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

    @Override
    public String toString() {
        return code + " version " + version + " (" + state + ")";
    }
}
