package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.CourseStanding;
import clinic.booking.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A series cancelled in one act: what was given up, and where it stood, so that the same person may take it back. */
@Entity
@Table(name = "series_cancellation")
class SeriesCancellation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "series_id")
    private long series;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before")
    private SeriesState before;

    private String visits;
    private String actor;
    private Instant at;

    @Column(name = "taken_back")
    private boolean takenBack;

    protected SeriesCancellation() {}

    /**
     * @param given the visits that are given up, as they stand
     */
    SeriesCancellation(Series series, List<CourseStanding> given, String actor, Instant now) {
        this.series = series.id();
        this.before = series.state();
        this.visits = given.stream()
                .map(visit -> visit.no() + " " + visit.appointment() + " " + visit.status())
                .collect(Collectors.joining("\n"));
        this.actor = actor;
        this.at = now;
    }

    /** Whether that person may still take it back. */
    boolean isUndoableBy(String name, Instant notBefore) {
        return !takenBack && actor.equals(name) && !at.isBefore(notBefore);
    }

    void takenBack() {
        takenBack = true;
    }

    SeriesState before() {
        return before;
    }

    List<CourseBook.Returning> visits() {
        return visits.lines()
                .map(line -> line.split(" ", -1))
                .map(words -> new CourseBook.Returning(
                        Integer.parseInt(words[0]), Long.parseLong(words[1]), Status.valueOf(words[2])))
                .toList();
    }
}
