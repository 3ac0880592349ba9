package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.patient.Patient;
import clinic.patient.RedFlag;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One visit, from the moment it is asked for. It is born BOOKED, or PENDING_REVIEW when a person of the clinic should
 * speak with the patient first; it can be moved, which raises its revision and keeps it the same visit, and cancelled,
 * which gives back what it claimed of the ledger and keeps the record. It is not the medical record of the visit.
 */
@Entity
@Table(name = "appointment")
public class Appointment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String uid;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    @JoinColumn(name = "patient_id")
    private Patient patient;

    @Enumerated(EnumType.STRING)
    private VisitKind kind;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Embedded
    private Place place;

    private int revision;

    @Embedded
    private PrivateLink link;

    @Column(name = "clinical_review")
    private boolean clinicalReview;

    @Embedded
    private Instead instead;

    /** Where it was announced, when the record has another address since; null: the record's. */
    private String mailbox;

    @Column(name = "created_at")
    private Instant createdAt;

    @Embedded
    private LastStep last;

    @Embedded
    private Ending ending;

    @Embedded
    private Treatment treatment;

    @Embedded
    private CourseVisit course;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "claim", joinColumns = @JoinColumn(name = "appointment_id"))
    private Set<Claim> claims = new HashSet<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "red_flag_answer", joinColumns = @JoinColumn(name = "appointment_id"))
    private Set<RedFlagAnswer> redFlags = new HashSet<>();

    protected Appointment() {}

    Appointment(VisitKind kind, Patient patient, TimeGate.Grant granted, Instant now) {
        this.uid = UUID.randomUUID().toString();
        this.kind = kind;
        this.patient = patient;
        this.status = Status.BOOKED;
        this.link = new PrivateLink();
        this.createdAt = now;
        this.last = new LastStep(now);
        this.ending = new Ending();
        place(granted);
    }

    /** A visit of a series. */
    static Appointment of(
            CourseVisit course, Treatment treatment, Patient patient, TimeGate.Grant granted, Instant now) {
        Appointment appointment = new Appointment(VisitKind.INFUSION, patient, granted, now);
        appointment.treatment = treatment;
        appointment.course = course;
        return appointment;
    }

    private void place(TimeGate.Grant granted) {
        place = new Place(granted.placement());
        claims.clear();
        claims.addAll(granted.placement().claims());
    }

    /** Keeps the time, but lets a person of the clinic speak with the patient before it is booked. */
    void keepForReview() {
        status = Status.PENDING_REVIEW;
    }

    /** Keeps it for review though it was booked, and says so anew. What was done before can no longer be taken back. */
    void reviewAgain(Instant now) {
        keepForReview();
        last = new LastStep(now);
        tellAnew();
    }

    void flag(RedFlag flag, String textVersion, Instant now) {
        redFlags.add(new RedFlagAnswer(flag, textVersion, now));
        clinicalReview = true;
        keepForReview();
    }

    void comesInsteadOfTheWriter(VisitRequest.OnBehalfOf other) {
        instead = new Instead(other);
    }

    PrivateLink link() {
        return link;
    }

    /** Whether the patient can still move or cancel it by herself: open, not begun, and no part of a plan. */
    boolean isChangeable(Instant now, ZoneId zone) {
        return status.isOpen()
                && !kind.isInfusion()
                && now.isBefore(slot().start(zone).toInstant());
    }

    /** The same visit at another time. What was done before can no longer be taken back. */
    void move(TimeGate.Grant granted) {
        place(granted);
        revision++;
        last = last.forgotten();
    }

    /** Comes another time instead of being held: nothing has begun. */
    void endHold(Instant now) {
        if (status == Status.ON_HOLD) {
            status = Status.BOOKED;
            last = new LastStep(now);
        }
    }

    /** Gives back everything it claimed; the record stays. Only a patient can be late with it. */
    void cancel(Canceller by, ZonedDateTime now) {
        ending = Ending.cancelled(by, now, slot().start(now.getZone()));
        status = Status.CANCELLED;
        last = new LastStep(now.toInstant());
        claims.clear();
        revision++;
    }

    /** A step of staff, which the same person may take back for a while. One that was missed comes back by a grant. */
    void step(Edge edge, Grounds grounds, String by, ZonedDateTime now, Optional<TimeGate.Grant> granted) {
        Status before = status;
        comesBack(edge.to(), granted);
        if (edge.to() == Status.CANCELLED) {
            cancel(grounds.cancellerBy(edge), now);
        } else {
            status = edge.to();
        }
        if (edge == Edge.STOP_EARLY) {
            ending = Ending.early();
        }
        last = new LastStep(now.toInstant(), by, before);
    }

    /** Back to where it stood before the last step, as of when it had come to stand there. */
    void stepBack(Instant since, Optional<TimeGate.Grant> granted) {
        comesBack(last.before().orElseThrow(), granted);
        if (status == Status.RECOVERING || status == Status.CANCELLED) {
            ending = new Ending();
        }
        status = last.before().orElseThrow();
        last = new LastStep(since);
    }

    /** Stands again where it stood before all of its series was cancelled. */
    void comeBack(Status to, TimeGate.Grant granted, Instant now) {
        comesBack(to, Optional.of(granted));
        ending = new Ending();
        status = to;
        last = new LastStep(now);
        tellAnew();
    }

    /** Whether it takes its patient's time again. */
    boolean isBroughtBackBy(Status next) {
        return status.isGone() && !next.isGone();
    }

    private void comesBack(Status next, Optional<TimeGate.Grant> granted) {
        if (isBroughtBackBy(next)) {
            place(granted.orElseThrow(() -> new IllegalStateException("not asked for: " + status + " to " + next)));
        }
    }

    /** What she was told no longer holds, and the letter that says so follows the one before. */
    void tellAnew() {
        revision++;
    }

    /** Another visit was made in its place: it cannot be brought back. */
    void standsNoMore() {
        last = last.forgotten();
    }

    LastStep last() {
        return last;
    }

    Ending ending() {
        return ending;
    }

    int version() {
        return version;
    }

    public long id() {
        return id;
    }

    public UUID uid() {
        return UUID.fromString(uid);
    }

    public Patient patient() {
        return patient;
    }

    public VisitKind kind() {
        return kind;
    }

    public Status status() {
        return status;
    }

    Optional<Treatment> treatment() {
        return Optional.ofNullable(treatment);
    }

    /** As those see it who keep the gates of its series; nothing if it is of none. */
    Optional<Treated> treated() {
        return course().map(of -> new Treated(id, patient.id(), slot().day(), status, last.since(), of, treatment));
    }

    void becomeOneOf(int visits) {
        course = new CourseVisit(course.series(), course.no(), visits);
    }

    Optional<CourseVisit> course() {
        return Optional.ofNullable(course);
    }

    public Slot slot() {
        return place.slot();
    }

    public long clinician() {
        return place.clinician();
    }

    public long room() {
        return place.room();
    }

    Placement placement() {
        return new Placement(slot(), clinician(), room(), claims());
    }

    /** 0 when made, one more for every move and for the cancellation. */
    public int revision() {
        return revision;
    }

    public boolean clinicalReview() {
        return clinicalReview;
    }

    /** What it claims of the ledger, in the order of locking; empty once cancelled. */
    public List<Claim> claims() {
        return claims.stream().sorted().toList();
    }

    List<RedFlag> redFlags() {
        return redFlags.stream().map(RedFlagAnswer::flag).sorted().toList();
    }

    Optional<VisitRequest.OnBehalfOf> onBehalfOf() {
        return Optional.ofNullable(instead).map(Instead::told);
    }

    /** The whole name of who comes, whoever wrote. */
    String comes() {
        return onBehalfOf().map(VisitRequest.OnBehalfOf::fullName).orElseGet(patient::fullName);
    }

    /** Where emails about it go, while that is not the address of the record. */
    Optional<String> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    /** From now on emails about it go to the address of the record. */
    void followRecord() {
        mailbox = null;
    }

    BookingEvents.Notice notice() {
        return new BookingEvents.Notice(
                id,
                uid(),
                link.generation(),
                revision,
                slot(),
                patient.firstName(),
                patient.lastName(),
                mailbox().orElseGet(patient::email),
                patient.language().code(),
                course(),
                onBehalfOf().map(VisitRequest.OnBehalfOf::fullName));
    }
}
