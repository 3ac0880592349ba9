package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A first answer, kept a day: a repeated request gets it again instead of a second visit. */
@Entity
@Table(name = "remembered_answer")
class RememberedAnswer {
    @Id
    private String id;

    private String body;
    private Long subject;

    @Enumerated(EnumType.STRING)
    private Status status;

    private LocalDate day;

    @Column(name = "start_q")
    private Integer start;

    @Column(name = "end_q")
    private Integer end;

    @Column(name = "created_at")
    private Instant createdAt;

    protected RememberedAnswer() {}

    boolean isOf(RequestKey key) {
        return body.equals(key.body());
    }

    long subject() {
        return subject;
    }

    Instant createdAt() {
        return createdAt;
    }

    Status status() {
        return status;
    }

    Slot slot() {
        return new Slot(day, new QuarterHours(start, end));
    }

    void made(long id) {
        subject = id;
    }

    void answer(long made, Status as, Slot slot) {
        subject = made;
        status = as;
        day = slot.day();
        start = slot.span().start();
        end = slot.span().end();
    }
}
