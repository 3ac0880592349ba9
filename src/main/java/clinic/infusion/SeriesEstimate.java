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

/** An {@link Estimate} of a series: open until it was given, or fell away. */
@Entity
@Table(name = "series_estimate")
class SeriesEstimate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "series_id")
    private long series;

    private int visits;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "due_on")
    private LocalDate due;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "given_by")
    private String givenBy;

    private String note;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected SeriesEstimate() {}

    SeriesEstimate(long series, int visits, Optional<LocalDate> due, Instant now) {
        this.series = series;
        this.visits = visits;
        this.due = due.orElse(null);
        this.openedAt = now;
    }

    void give(String by, Optional<String> about, Instant now) {
        givenAt = now;
        givenBy = by;
        note = about.orElse(null);
    }

    void fallAway(Instant now) {
        closedAt = now;
    }

    /** The series it is of came back: what was not given is owed again. */
    void reopen() {
        if (givenAt == null) {
            closedAt = null;
        }
    }

    boolean isOpen() {
        return givenAt == null && closedAt == null;
    }

    int visits() {
        return visits;
    }

    Estimate told() {
        return new Estimate(
                visits,
                openedAt,
                Optional.ofNullable(due),
                Optional.ofNullable(givenAt),
                Optional.ofNullable(givenBy),
                Optional.ofNullable(note),
                closedAt != null);
    }
}
