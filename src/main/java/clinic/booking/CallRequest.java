package clinic.booking;

import clinic.patient.PhoneNumber;
import clinic.patient.RedFlag;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who waits for the front desk's call, and until when it was promised. */
@Entity
@Table(name = "call_request")
public class CallRequest {
    private static final int LONGEST_NOTE = 2000;

    /** Why the front desk calls. */
    public enum Cause {
        NO_TIME_SUITS,
        NOT_ADULT,
        RED_FLAG,
        /** There is no email address to tell the patient what changed. */
        TELL_BY_PHONE;

        /** Whether the patient's safety depends on it: what was said has to be written down. */
        public boolean isClinical() {
            return this == RED_FLAG || this == NOT_ADULT;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    @Column(name = "appointment_id")
    private Long appointment;

    private String name;
    private String phone;

    @Column(name = "phone_extension")
    private String phoneExtension = "";

    private String language;
    private String note;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "patient_id")
    private Long patient;

    /** Kind of the email this call takes the place of. */
    private String occasion;

    /** The number while somebody waits at it for a time: one request each. */
    @Column(name = "open_phone")
    private String openPhone;

    protected CallRequest() {}

    private CallRequest(Cause cause, String name, String phone, String language, Instant now, Instant due) {
        this.cause = cause;
        this.name = name;
        this.phone = phone;
        this.language = language;
        this.createdAt = now;
        this.dueAt = due;
    }

    /** What the same number writes once more, perhaps under another name; the oldest of it goes where it grows too long. */
    void add(String otherName, String more) {
        String said = otherName.equalsIgnoreCase(name) ? more : (otherName + ": " + more).strip();
        if (said.isEmpty() || (note != null && note.contains(said))) {
            return;
        }
        String all = note == null || note.isBlank() ? said : note + "\n" + said;
        note = all.length() <= LONGEST_NOTE ? all : all.substring(all.length() - LONGEST_NOTE);
    }

    /** What the patient is to be told now; what was to be told before is part of it. */
    void tell(String kindOfEmail) {
        occasion = kindOfEmail;
    }

    static CallRequest about(Appointment visit, Cause cause, Instant now, Instant due) {
        CallRequest request = new CallRequest(
                cause,
                visit.patient().fullName(),
                visit.patient().phone(),
                visit.patient().language().code(),
                now,
                due);
        request.phoneExtension = visit.patient().phoneExtension();
        request.appointment = visit.id();
        request.patient = visit.patient().id();
        return request;
    }

    /** No one waits for it any more. */
    void close(Instant now) {
        openPhone = null;
        answeredAt = now;
    }

    /**
     * It waits again.
     *
     * @param numberIsFree whether no other request waits at its number
     */
    void reopen(Instant due, boolean numberIsFree) {
        answeredAt = null;
        dueAt = due;
        openPhone = cause == Cause.NO_TIME_SUITS && numberIsFree ? phone : null;
    }

    /**
     * It is this patient's from now on; linking it to the same chart again changes nothing.
     *
     * @throws BookingRefused if it is another patient's
     */
    void linkTo(long chart) {
        if (patient != null && patient != chart) {
            throw linked();
        }
        patient = chart;
    }

    static BookingRefused linked() {
        return new BookingRefused(Refusal.of(Reason.CALL_LINKED, "call"));
    }

    boolean isClosed() {
        return answeredAt != null;
    }

    CallTask toView(Instant now, Optional<CallTask.Subject> subject, List<RedFlag> redFlags, List<CallEntry> entries) {
        return new CallTask(
                id,
                cause,
                name,
                PhoneNumber.dialed(phone, phoneExtension),
                language,
                Optional.ofNullable(note).filter(text -> !text.isBlank()),
                createdAt,
                dueAt,
                answeredAt == null && now.isAfter(dueAt),
                Optional.ofNullable(patient),
                Optional.ofNullable(occasion),
                subject,
                redFlags,
                Optional.ofNullable(answeredAt),
                entries);
    }

    Optional<Long> appointment() {
        return Optional.ofNullable(appointment);
    }

    Optional<Long> patient() {
        return Optional.ofNullable(patient);
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Whether a decision about an appointment kept for review is part of it. */
    boolean isOfReview() {
        return cause.isClinical();
    }

    public long id() {
        return id;
    }

    public Cause cause() {
        return cause;
    }

    public String name() {
        return name;
    }

    public String phone() {
        return phone;
    }

    public Instant dueAt() {
        return dueAt;
    }
}
