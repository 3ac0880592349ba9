package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What she told before the first visit, for the clinician who will see her. */
@Entity
@Table(name = "intake")
class Intake {
    @Id
    @Column(name = "appointment_id")
    private long appointment;

    @Column(name = "pain_since")
    private LocalDate painSince;

    @Column(name = "pain_now")
    private Integer painNow;

    private String symptoms;
    private String note;

    protected Intake() {}

    Intake(Appointment appointment, VisitRequest.IntakeAnswers answers) {
        this.appointment = appointment.id();
        this.painSince = answers.painSince().orElse(null);
        this.painNow = answers.painNow().orElse(null);
        this.symptoms = String.join(",", answers.symptoms());
        this.note = answers.note().orElse(null);
    }

    VisitRequest.IntakeAnswers told() {
        return new VisitRequest.IntakeAnswers(
                Optional.ofNullable(painSince),
                Optional.ofNullable(painNow),
                symptoms.isEmpty() ? List.of() : List.of(symptoms.split(",")),
                List.of(),
                Optional.ofNullable(note));
    }
}
