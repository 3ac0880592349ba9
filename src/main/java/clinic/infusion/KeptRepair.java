package clinic.infusion;

import clinic.booking.CourseStanding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A repair that was proposed and may be applied for a while, if the series is still as it was. */
@Entity
@Table(name = "series_repair")
class KeptRepair {
    @Id
    private String id;

    @Column(name = "series_id")
    private long series;

    @Column(name = "series_version")
    private int seriesVersion;

    private String seen;
    private String steps;

    @Column(name = "created_at")
    private Instant createdAt;

    protected KeptRepair() {}

    /**
     * @param read the series as it was when the plan was made for it
     */
    KeptRepair(RepairCase read, RepairPlan plan, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.series = read.series().id();
        this.seriesVersion = read.series().version();
        this.seen = RepairPlan.seen(read.standing());
        this.steps = plan.written();
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    boolean isOf(long aSeries) {
        return series == aSeries;
    }

    /** Whether nothing happened to the series since, and it is not too old. */
    boolean holds(Series now, List<CourseStanding> standing, Instant notBefore) {
        return seriesVersion == now.version()
                && seen.equals(RepairPlan.seen(standing))
                && !createdAt.isBefore(notBefore);
    }

    RepairPlan plan() {
        return RepairPlan.read(steps);
    }
}
