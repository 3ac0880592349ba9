package clinic.care;

import clinic.booking.Edge;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.calendar.QuarterHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What must be so before a treatment begins and before she goes home, and is not. The clinic's page of rules, section 5.
 * Pure.
 *
 * @param latest the latest check of each kind for this visit
 * @param order the latest verified order of her series, and the weight it was verified for
 * @param since when the visit came to stand where it stands
 * @param recovery quarter-hours she is watched before she goes
 */
record CareGates(Map<CheckKind, VisitCheck> latest, Optional<Order> order, Status status, Instant since, int recovery) {
    private static final String FIELD = "gates";
    /** The same page, 12: from such a change on the order is verified again. */
    private static final int WEIGHT_PERCENT = 5;

    private static final Set<CheckKind> BEFORE_GOING =
            EnumSet.of(CheckKind.ALERT, CheckKind.NO_REACTION, CheckKind.LINE_OUT);

    /** A verified order. */
    record Order(OptionalInt weight) {}

    List<Refusal> unmet(Edge edge, Instant now) {
        return switch (edge) {
            case START -> toStart();
            case DISCHARGE -> toGoHome(now);
            default -> List.of();
        };
    }

    /** In the order of a visit. */
    List<Refusal> toStart() {
        List<Refusal> unmet = new ArrayList<>();
        need(unmet, CheckKind.CONSENT, Reason.CONSENT_MISSING);
        need(unmet, CheckKind.ESCORT, Reason.ESCORT_MISSING);
        need(unmet, CheckKind.FASTING, Reason.FASTING_OPEN);
        vitals(unmet, Instant.MIN);
        need(unmet, CheckKind.WEIGHT, Reason.WEIGHT_MISSING);
        if (!isOrderVerified()) {
            unmet.add(Refusal.of(Reason.ORDER_NOT_VERIFIED, FIELD));
        }
        return unmet;
    }

    private List<Refusal> toGoHome(Instant now) {
        List<Refusal> unmet = new ArrayList<>();
        Duration watched = Duration.between(since, now);
        Duration needed = Duration.ofMinutes((long) recovery * QuarterHours.MINUTES);
        if (status != Status.RECOVERING || watched.compareTo(needed) < 0) {
            unmet.add(new Refusal(
                    Reason.OBSERVATION_SHORT,
                    FIELD,
                    Map.of("minutes", needed.minus(watched).plusSeconds(59).toMinutes())));
        }
        vitals(unmet, since);
        if (!BEFORE_GOING.stream().allMatch(this::isMet)) {
            unmet.add(Refusal.of(Reason.CHECKLIST_OPEN, FIELD));
        }
        need(unmet, CheckKind.ESCORT_HERE, Reason.ESCORT_NOT_HERE);
        return unmet;
    }

    private void need(List<Refusal> unmet, CheckKind kind, Reason otherwise) {
        if (!isMet(kind)) {
            unmet.add(Refusal.of(otherwise, FIELD));
        }
    }

    private boolean isMet(CheckKind kind) {
        return Optional.ofNullable(latest.get(kind)).filter(VisitCheck::ok).isPresent();
    }

    private void vitals(List<Refusal> unmet, Instant notBefore) {
        VisitCheck vitals = latest.get(CheckKind.VITALS);
        if (vitals == null || vitals.at().isBefore(notBefore)) {
            unmet.add(Refusal.of(Reason.VITALS_MISSING, FIELD));
        } else if (!vitals.ok()) {
            unmet.add(Refusal.of(Reason.VITALS_HOLD, FIELD));
        }
    }

    /** Verified once for a series, and again when her weight has changed. */
    private boolean isOrderVerified() {
        OptionalInt now = latest.containsKey(CheckKind.WEIGHT)
                ? latest.get(CheckKind.WEIGHT).measured().weight()
                : OptionalInt.empty();
        return order.isPresent()
                && (now.isEmpty()
                        || order.get().weight().isEmpty()
                        || isNear(now.getAsInt(), order.get().weight().getAsInt()));
    }

    private static boolean isNear(int weight, int before) {
        return Math.abs((long) weight - before) * 100 <= (long) WEIGHT_PERCENT * before;
    }
}
