package clinic.infusion;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;

/** Which appointment is which visit of a series. */
@Embeddable
class SeriesVisit {
    private int no;

    @Column(name = "appointment_id")
    private long appointment;

    @Enumerated(EnumType.STRING)
    private Commitment commitment;

    protected SeriesVisit() {}

    SeriesVisit(int no, long appointment, Commitment commitment) {
        this.no = no;
        this.appointment = appointment;
        this.commitment = commitment;
    }

    int no() {
        return no;
    }

    long appointment() {
        return appointment;
    }

    Commitment commitment() {
        return commitment;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeriesVisit that
                && no == that.no
                && appointment == that.appointment
                && commitment == that.commitment;
    }

    @Override
    public int hashCode() {
        return Objects.hash(no, appointment, commitment);
    }
}
