package clinic.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

/** A date the clinic opens or closes by hand. It is stronger than the weekday and stronger than a holiday. */
@Entity
@Table(name = "day_exception")
public class DayException {
    @Id
    private LocalDate day;

    @Column(name = "clinic_open")
    private boolean open;

    @Column(name = "start_q")
    private Integer start;

    @Column(name = "end_q")
    private Integer end;

    private String note;

    protected DayException() {}

    private DayException(LocalDate day, boolean open, QuarterHours span, String note) {
        this.day = day;
        this.open = open;
        this.start = span == null ? null : span.start();
        this.end = span == null ? null : span.end();
        this.note = note;
    }

    public static DayException closed(LocalDate day, String note) {
        return new DayException(day, false, null, note);
    }

    /** Open although it is a holiday or a weekend, for the hours given. */
    public static DayException open(LocalDate day, QuarterHours hours, String note) {
        return new DayException(day, true, hours, note);
    }

    public LocalDate day() {
        return day;
    }

    public boolean isOpen() {
        return open;
    }

    /** The hours of a day opened by hand; empty: those of its weekday. */
    public Optional<QuarterHours> hours() {
        return start == null ? Optional.empty() : Optional.of(new QuarterHours(start, end));
    }

    public String note() {
        return note;
    }
}
