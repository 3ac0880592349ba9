package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.booking.CourseVisit;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One visit of a plan, as a letter tells of it: kept as it was when the letter became owed. */
@Embeddable
class OutboxVisit {
    /** What became of it since she was last told. */
    enum News {
        /** It stands as she knows it, or is told the first time with all the others. */
        STANDS,
        ADDED,
        MOVED,
        DROPPED
    }

    private int position;

    @Enumerated(EnumType.STRING)
    private News news;

    @Column(name = "visit_id")
    private long visit;

    private int no;

    private String uid;
    private int generation;
    private int revision;
    private LocalDate day;

    @Column(name = "start_q")
    private int start;

    @Column(name = "end_q")
    private int end;

    @Column(name = "before_day")
    private LocalDate beforeDay;

    @Column(name = "before_start_q")
    private Integer beforeStart;

    @Column(name = "before_end_q")
    private Integer beforeEnd;

    protected OutboxVisit() {}

    /**
     * @param position in the letter, from 1
     * @param before the time she was last told, if it is known and another
     */
    OutboxVisit(int position, News news, Notice visit, Optional<Slot> before) {
        this.position = position;
        this.news = news;
        this.visit = visit.visit();
        this.no = visit.course().map(CourseVisit::no).orElse(position);
        this.uid = visit.uid().toString();
        this.generation = visit.generation();
        this.revision = visit.revision();
        this.day = visit.slot().day();
        this.start = visit.slot().span().start();
        this.end = visit.slot().span().end();
        before.ifPresent(slot -> {
            beforeDay = slot.day();
            beforeStart = slot.span().start();
            beforeEnd = slot.span().end();
        });
    }

    News news() {
        return news;
    }

    /** Which of the series it is. */
    int no() {
        return no;
    }

    long visit() {
        return visit;
    }

    int revision() {
        return revision;
    }

    Slot slot() {
        return new Slot(day, new QuarterHours(start, end));
    }

    Optional<Slot> before() {
        return Optional.ofNullable(beforeDay)
                .map(earlier -> new Slot(earlier, new QuarterHours(beforeStart, beforeEnd)));
    }

    /** As if a letter told of it alone, to whom the other is told. */
    Notice notice(Notice to) {
        return new Notice(
                visit,
                UUID.fromString(uid),
                generation,
                revision,
                slot(),
                to.firstName(),
                to.lastName(),
                to.email(),
                to.language(),
                to.course().map(course -> new CourseVisit(course.series(), no, Math.max(no, course.of()))),
                to.comes());
    }
}
