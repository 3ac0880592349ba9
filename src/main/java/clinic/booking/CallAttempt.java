package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry in the record of a call, of an email that a call took the place of, or of an appointment that lost its time.
 * Never changed.
 */
@Entity
@Table(name = "call_attempt")
class CallAttempt {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "call_id")
    private Long call;

    @Column(name = "mail_id")
    private Long mail;

    @Column(name = "appointment_id")
    private Long visit;

    private Integer revision;

    @Enumerated(EnumType.STRING)
    private CallOutcome outcome;

    private String note;
    private Instant at;
    private String actor;

    protected CallAttempt() {}

    private CallAttempt(CallEntry entry) {
        this.outcome = entry.outcome();
        this.note = entry.note().orElse(null);
        this.at = entry.at();
        this.actor = entry.by();
    }

    static CallAttempt ofCall(long call, CallEntry entry) {
        CallAttempt attempt = new CallAttempt(entry);
        attempt.call = call;
        return attempt;
    }

    static CallAttempt ofMail(long mail, CallEntry entry) {
        CallAttempt attempt = new CallAttempt(entry);
        attempt.mail = mail;
        return attempt;
    }

    /** About the time the appointment has now. */
    static CallAttempt ofVisit(Appointment visit, CallEntry entry) {
        CallAttempt attempt = new CallAttempt(entry);
        attempt.visit = visit.id();
        attempt.revision = visit.revision();
        return attempt;
    }

    boolean isAbout(StaffVisit any) {
        return visit == any.id() && revision == any.revision();
    }

    Long visit() {
        return visit;
    }

    Long call() {
        return call;
    }

    Long mail() {
        return mail;
    }

    CallEntry toView() {
        return new CallEntry(outcome, Optional.ofNullable(note), at, actor);
    }
}
