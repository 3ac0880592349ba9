package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** When and where a visit is, and who sees the patient there. */
@Embeddable
class Place {
    private LocalDate day;

    @Column(name = "start_q")
    private int start;

    @Column(name = "end_q")
    private int end;

    @Column(name = "room_id")
    private long room;

    @Column(name = "clinician_id")
    private long clinician;

    protected Place() {}

    Place(Placement placement) {
        this.day = placement.slot().day();
        this.start = placement.slot().span().start();
        this.end = placement.slot().span().end();
        this.room = placement.room();
        this.clinician = placement.clinician();
    }

    Slot slot() {
        return new Slot(day, new QuarterHours(start, end));
    }

    long room() {
        return room;
    }

    long clinician() {
        return clinician;
    }
}
