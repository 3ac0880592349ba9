package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.booking.CourseVisit;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.patient.FamilyName;
import clinic.patient.ToldBy;
import clinic.staff.StaffLetter;
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
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One letter the clinic owes, with everything it says as it was when it became owed. It is QUEUED until the courier has
 * handed it over (SENT) or knows that it never will (UNDELIVERABLE: somebody should call). SUPPRESSED: there was nobody
 * to write to, or what it tells of was taken back before it left. After that only {@link DispatchDesk} changes the row,
 * by database time.
 */
@Entity
@Table(name = "outbox_mail")
class OutboxMail {
    private static final Duration LATE_NEWS = Duration.ofDays(1);
    private static final Slot NO_TIME = new Slot(LocalDate.EPOCH, new QuarterHours(0, 1));

    enum State {
        QUEUED,
        SENT,
        UNDELIVERABLE,
        SUPPRESSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "dedup_key")
    private String dedupKey;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    @Column(name = "visit_id")
    private long visit;

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

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    /** Who comes, where the person written to wrote for somebody else. */
    private String comes;

    /** Moves and cancellations: whether the patient did it. */
    @Column(name = "by_patient")
    private boolean byPatient;

    /** Confirmations: another appointment of the same person on that day. */
    @Embedded
    private OutboxMention mention;

    /** Letters to staff only. */
    @Column(name = "link_id")
    private Long link;

    /** Letters about visits of a series only: they leave in the order they were written. */
    @Embedded
    private CourseVisit course;

    /** Letters about a plan only. */
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "outbox_visit", joinColumns = @JoinColumn(name = "mail_id"))
    @OrderBy("position")
    private List<OutboxVisit> visits = new ArrayList<>();

    private String recipient;
    private String language;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private Delivery delivery;

    @Column(name = "created_at")
    private Instant createdAt;

    /** When it is of no use any more; none: never. */
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected OutboxMail() {}

    /** {@code dedupKey} names the occasion, {@code visit:17:moved:3}: the same one is never owed twice. */
    OutboxMail(LetterKind kind, String dedupKey, Notice notice, Optional<Slot> before, Instant createdAt) {
        this.kind = kind;
        this.dedupKey = dedupKey;
        this.visit = notice.visit();
        this.uid = notice.uid().toString();
        this.generation = notice.generation();
        this.revision = notice.revision();
        this.day = notice.slot().day();
        this.start = notice.slot().span().start();
        this.end = notice.slot().span().end();
        before.ifPresent(slot -> {
            beforeDay = slot.day();
            beforeStart = slot.span().start();
            beforeEnd = slot.span().end();
        });
        this.firstName = notice.firstName();
        this.lastName = notice.lastName();
        this.recipient = notice.email() == null ? "" : notice.email();
        this.language = notice.language();
        this.comes = notice.comes().orElse(null);
        this.course = notice.course().orElse(null);
        this.state = isWithoutAddress() ? State.SUPPRESSED : State.QUEUED;
        this.delivery = new Delivery();
        this.createdAt = createdAt;
    }

    /** A letter about a plan; the first of its visits stands for all where one is asked for. */
    OutboxMail(LetterKind kind, String dedupKey, Notice first, Plan plan, Instant createdAt) {
        this(kind, dedupKey, first, Optional.empty(), createdAt);
        this.visits.addAll(plan.visits());
    }

    /** A letter to staff is about no visit. */
    OutboxMail(LetterKind kind, StaffLetter letter, Instant createdAt) {
        this(
                kind,
                "staff:" + letter.link(),
                new Notice(
                        0,
                        new UUID(0, letter.link()),
                        0,
                        0,
                        NO_TIME,
                        letter.fullName(),
                        letter.account(),
                        letter.email(),
                        letter.language(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                createdAt);
        this.link = letter.link();
    }

    void tellsWhoDidIt(boolean byStaff) {
        byPatient = !byStaff;
    }

    void mentions(Optional<Notice> sameDay) {
        mention = sameDay.map(OutboxMention::new).orElse(null);
    }

    /** Whether the patient did what it tells of; of a confirmation it says nothing. */
    boolean byPatient() {
        return byPatient;
    }

    /** Another appointment of the same person on that day, as if this one told of it. */
    Optional<Notice> mention() {
        return Optional.ofNullable(mention).map(other -> other.notice(notice()));
    }

    /** The link a letter to staff is about. */
    Optional<Long> link() {
        return Optional.ofNullable(link);
    }

    Long id() {
        return id;
    }

    String dedupKey() {
        return dedupKey;
    }

    LetterKind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    /** Whether all it would say is that what the last letter tells of holds no more: the same time stands as before. */
    boolean takesBack(OutboxMail last) {
        boolean backThere = kind == last.kind
                && last.before().filter(notice().slot()::equals).isPresent();
        return backThere || last.kind.isCancellation() && !kind.isCancellation();
    }

    /** Whether there is nowhere to send what the patient has to know. */
    boolean isToTellByPhone() {
        return isWithoutAddress() && kind.isNews();
    }

    boolean isWithoutAddress() {
        return ToldBy.of(recipient) == ToldBy.PHONE;
    }

    /** It is not to leave. */
    void withhold() {
        state = State.SUPPRESSED;
    }

    /**
     * It is of no use once what it tells of has begun. What is told only afterwards, of a visit that was called off late,
     * is news for a day.
     */
    void expireAtStart(ZoneId zone) {
        expiresAt = lastStart(zone)
                .map(start -> start.isAfter(createdAt) ? start : createdAt.plus(LATE_NEWS))
                .orElse(null);
    }

    /** An invitation to make an appointment, and a letter to staff, are about none. */
    private Optional<Instant> lastStart(ZoneId zone) {
        return kind.isForStaff() || kind == LetterKind.NEXT_VISIT
                ? Optional.empty()
                : times().values().stream()
                        .map(slot -> slot.start(zone).toInstant())
                        .max(Comparator.naturalOrder());
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** What the courier did about it. */
    Delivery delivery() {
        return delivery;
    }

    String recipient() {
        return recipient;
    }

    /** When it became owed, by the clinic's clock: the letter's date, however often it is repeated. */
    Instant createdAt() {
        return createdAt;
    }

    Message told() {
        return new Message(
                id,
                kind.name(),
                Message.State.valueOf(state.name()),
                visit,
                kind.isForStaff() ? firstName : FamilyName.full(firstName, lastName),
                recipient,
                language,
                delivery.attempts(),
                delivery.lastError(),
                createdAt,
                delivery.sentAt(),
                state == State.QUEUED ? delivery.nextAttemptAt() : Optional.empty());
    }

    /** The visit as it was when the letter became owed. */
    Notice notice() {
        Slot slot = new Slot(day, new QuarterHours(start, end));
        return new Notice(
                visit,
                UUID.fromString(uid),
                generation,
                revision,
                slot,
                firstName,
                lastName,
                recipient,
                language,
                Optional.ofNullable(course),
                Optional.ofNullable(comes));
    }

    /** Whether it is about a series, or a visit of one. */
    boolean isOfSeries() {
        return course != null;
    }

    /** Reads all it says, for who writes it outside of the transaction. */
    void unfold() {
        if (kind.hasList()) {
            visits.size();
        }
    }

    /** What it tells of a plan; nothing if it is a letter about one visit. */
    Plan plan() {
        return new Plan(visits);
    }

    /** Visits as the letter tells of them, each as if it were the only one. */
    List<Notice> notices(List<OutboxVisit> told) {
        return told.stream().map(each -> each.notice(notice())).toList();
    }

    /** Whether another letter tells something newer of what this one tells. */
    boolean isOvertakenBy(OutboxMail other) {
        boolean newerPlan = kind.isOfPlan() && other.kind.isOfPlan() && other.id > id;
        return newerPlan
                || revisions().entrySet().stream()
                        .anyMatch(told -> other.revisions().getOrDefault(told.getKey(), -1) > told.getValue());
    }

    /** The time of each visit it tells of. */
    Map<Long, Slot> times() {
        return kind.hasList()
                ? visits.stream().collect(Collectors.toMap(OutboxVisit::visit, OutboxVisit::slot))
                : Map.of(visit, notice().slot());
    }

    /** The visits it tells of, and as of which of their revisions. */
    private Map<Long, Integer> revisions() {
        return kind.isOfPlan() ? plan().revisions() : Map.of(visit, revision);
    }

    Optional<Slot> before() {
        return Optional.ofNullable(beforeDay)
                .map(earlier -> new Slot(earlier, new QuarterHours(beforeStart, beforeEnd)));
    }
}
