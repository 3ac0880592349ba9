package clinic.booking;

import static clinic.booking.Status.BOOKED;
import static clinic.booking.Status.CANCELLED;
import static clinic.booking.Status.CHECKED_IN;
import static clinic.booking.Status.CONFIRMED;
import static clinic.booking.Status.DONE;
import static clinic.booking.Status.IN_PROGRESS;
import static clinic.booking.Status.NO_SHOW;
import static clinic.booking.Status.ON_HOLD;
import static clinic.booking.Status.PENDING_REVIEW;
import static clinic.booking.Status.PREPARING;
import static clinic.booking.Status.RECOVERING;

import clinic.staff.Task;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A step staff may take with a visit: from which states, to which, and whose task it is. The table of the contract. */
public enum Edge {
    APPROVE(Task.APPROVE, EnumSet.of(PENDING_REVIEW), BOOKED),
    DECLINE(Task.DECIDE, EnumSet.of(PENDING_REVIEW), CANCELLED),
    CONFIRM(Task.RECEIVE, EnumSet.of(BOOKED), CONFIRMED),
    /** Out of NO_SHOW only on the day itself: she came after all. */
    CHECK_IN(Task.RECEIVE, EnumSet.of(BOOKED, CONFIRMED, NO_SHOW), CHECKED_IN),
    PREPARE(Task.TREAT, EnumSet.of(CHECKED_IN, ON_HOLD), PREPARING),
    HOLD(Task.TREAT, EnumSet.of(CHECKED_IN, PREPARING), ON_HOLD),
    /** An infusion begins out of its preparation, every other visit out of the waiting room. */
    START(Task.TREAT, EnumSet.of(CHECKED_IN, PREPARING), IN_PROGRESS),
    RECOVER(Task.TREAT, EnumSet.of(IN_PROGRESS), RECOVERING),
    STOP_EARLY(Task.TREAT, EnumSet.of(IN_PROGRESS), RECOVERING),
    DISCHARGE(Task.TREAT, EnumSet.of(RECOVERING), DONE),
    COMPLETE(Task.TREAT, EnumSet.of(IN_PROGRESS), DONE),
    /** After the grace time only. */
    MISS(Task.RECEIVE, EnumSet.of(BOOKED, CONFIRMED), NO_SHOW),
    CANCEL(Task.RECEIVE, EnumSet.range(PENDING_REVIEW, ON_HOLD), CANCELLED);

    private final Task task;
    private final Set<Status> from;
    private final Status to;

    Edge(Task task, Set<Status> from, Status to) {
        this.task = task;
        this.from = from;
        this.to = to;
    }

    /** As the contract writes it: {@code check-in}. */
    public String word() {
        return this == MISS ? "no-show" : name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    public static Optional<Edge> find(String word) {
        return Arrays.stream(values()).filter(edge -> edge.word().equals(word)).findFirst();
    }

    public Task task() {
        return task;
    }

    public boolean leadsFrom(Status status) {
        return from.contains(status);
    }

    public Status to() {
        return to;
    }
}
