package clinic.capacity;

import clinic.calendar.QuarterHours;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a clinician or a nurse works on one day of the week, and the breaks within. */
@Entity
@Table(name = "shift")
public class Shift {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "resource_id")
    private long resource;

    private int weekday;

    @Column(name = "start_q")
    private int start;

    @Column(name = "end_q")
    private int end;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "shift_break", joinColumns = @JoinColumn(name = "shift_id"))
    private Set<Break> breaks = new HashSet<>();

    protected Shift() {}

    /** A shift of a resource; a break outside of it is refused. */
    public Shift(long resource, DayOfWeek weekday, QuarterHours span, QuarterHours... breaks) {
        this.resource = resource;
        this.weekday = weekday.getValue();
        this.start = span.start();
        this.end = span.end();
        for (QuarterHours pause : breaks) {
            if (!span.contains(pause)) {
                throw new IllegalArgumentException("break " + pause + " lies outside the shift " + span);
            }
            this.breaks.add(new Break(pause));
        }
    }

    public long resource() {
        return resource;
    }

    public DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    public QuarterHours span() {
        return new QuarterHours(start, end);
    }

    /** In order of the day. */
    public List<QuarterHours> breaks() {
        return breaks.stream()
                .map(Break::span)
                .sorted(Comparator.comparingInt(QuarterHours::start))
                .toList();
    }

    /** In the house, breaks or not. */
    DayVector presence(DayVector capacity) {
        return capacity.with(span(), 1);
    }

    DayVector onto(DayVector capacity) {
        DayVector working = capacity.with(span(), 1);
        for (Break pause : breaks) {
            working = working.with(pause.span(), 0);
        }
        return working;
    }

    @Embeddable
    static class Break {
        @Column(name = "start_q")
        private int start;

        @Column(name = "end_q")
        private int end;

        protected Break() {}

        Break(QuarterHours span) {
            this.start = span.start();
            this.end = span.end();
        }

        QuarterHours span() {
            return new QuarterHours(start, end);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Break that && start == that.start && end == that.end;
        }

        @Override
        public int hashCode() {
            return 97 * start + end;
        }
    }
}
