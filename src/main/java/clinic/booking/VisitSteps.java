package clinic.booking;

import clinic.calendar.Slot;
import clinic.staff.Actor;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which steps a visit can take as of a moment on the clinic's wall clock: the table of the contract with its conditions.
 * Pure.
 */
record VisitSteps(VisitKind kind, Status status, Slot slot, ZonedDateTime now) {
    static final Duration GRACE = Duration.ofMinutes(20);
    static final Duration LATE = Duration.ofMinutes(15);
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    /** Whether the step leads from here, for whoever's task it is. */
    boolean lead(Edge edge) {
        if (!edge.leadsFrom(status)) {
            return false;
        }
        return switch (edge) {
            case PREPARE, HOLD, RECOVER, STOP_EARLY, DISCHARGE -> kind.isInfusion();
            case COMPLETE -> !kind.isInfusion();
            case START -> status == (kind.isInfusion() ? Status.PREPARING : Status.CHECKED_IN);
            case CHECK_IN -> status != Status.NO_SHOW || slot.day().equals(now.toLocalDate());
            case MISS -> !now.isBefore(slot.start(now.getZone()).plus(GRACE));
            case APPROVE, DECLINE, CONFIRM, CANCEL -> true;
        };
    }

    /** The steps there are now, in the order of a visit. */
    List<Edge> all() {
        return Stream.of(Edge.values()).filter(this::lead).toList();
    }

    List<Edge> of(Actor actor) {
        return all().stream().filter(edge -> actor.may(edge.task())).toList();
    }

    boolean isLate() {
        return (status == Status.BOOKED || status == Status.CONFIRMED)
                && now.isAfter(slot.start(now.getZone()).plus(LATE));
    }

    /** Why the step is not to be had; nothing if it is. It names the state and what the actor may do instead. */
    Optional<Refusal> refusal(Edge edge, Actor actor) {
        return lead(edge) ? Optional.empty() : Optional.of(illegal(actor));
    }

    Refusal illegal(Actor actor) {
        return new Refusal(Reason.ILLEGAL_TRANSITION, "status", Map.of("name", status, "possible", of(actor)));
    }

    /** There is no last step that the actor could still take back. */
    Refusal cannotUndo(Actor actor) {
        return new Refusal(
                Reason.ILLEGAL_TRANSITION,
                "status",
                Map.of("possible", of(actor), "text", "undo", "minutes", UNDOABLE.toMinutes()));
    }
}
