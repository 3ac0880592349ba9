package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;

/** Another appointment an email mentions, kept as it was when the email became owed. */
@Embeddable
class OutboxMention {
    @Column(name = "mention_visit_id")
    private Long visit;

    @Column(name = "mention_generation")
    private Integer generation;

    @Column(name = "mention_day")
    private LocalDate day;

    @Column(name = "mention_start_q")
    private Integer start;

    @Column(name = "mention_end_q")
    private Integer end;

    protected OutboxMention() {}

    OutboxMention(Notice other) {
        visit = other.visit();
        generation = other.generation();
        day = other.slot().day();
        start = other.slot().span().start();
        end = other.slot().span().end();
    }

    /** The other appointment, told to whom the email goes. */
    Notice notice(Notice to) {
        return new Notice(
                visit,
                to.uid(),
                generation,
                0,
                new Slot(day, new QuarterHours(start, end)),
                to.firstName(),
                to.lastName(),
                to.email(),
                to.language(),
                Optional.empty(),
                to.comes());
    }
}
