package clinic.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;

/** When the clinic is open on one day of the week. A weekday without a row is closed. */
@Entity
@Table(name = "opening_hours")
public class OpeningHours {
    @Id
    private int weekday;

    @Column(name = "start_q")
    private int start;

    @Column(name = "end_q")
    private int end;

    protected OpeningHours() {}

    public OpeningHours(DayOfWeek weekday, QuarterHours span) {
        this.weekday = weekday.getValue();
        this.start = span.start();
        this.end = span.end();
    }

    public DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    public QuarterHours span() {
        return new QuarterHours(start, end);
    }
}
