package clinic.care;

import clinic.booking.Edge;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be so before an infusion starts and before discharge, and is not. The clinic's page of rules, section 5.
 * Pure.
 *
 * @param latest the latest check of each kind for this visit that is not struck
 * @param order the latest word on the order of its series, and the weight it was given for
 * @param limits those of the protocol its series was planned by
 * @param since when the visit came to stand where it stands
 */
record CareGates(
        Map<CheckKind, VisitCheck> latest, Optional<Order> order, ClinicalLimits limits, Status status, Instant since) {
    private static final String FIELD = "gates";

    private static final List<CheckKind> CHECKLIST =
            List.of(CheckKind.ALERT, CheckKind.NO_REACTION, CheckKind.LINE_OUT);

    /**
     * What a prescriber said of the order.
     *
     * @param ok whether it was verified
     */
    record Order(boolean ok, Optional<Weight> weight) {}

    List<Refusal> unmet(Edge edge, Instant now) {
        return switch (edge) {
            case START -> toStart();
            case DISCHARGE -> toGoHome(now);
            default -> List.of();
        };
    }

    /** Values outside their limits first, then in the order of a visit. */
    List<Refusal> toStart() {
        List<Refusal> unmet = new ArrayList<>();
        outside(unmet);
        need(unmet, CheckKind.CONSENT);
        need(unmet, CheckKind.ESCORT);
        need(unmet, CheckKind.FASTING);
        measured(unmet, Instant.MIN);
        need(unmet, CheckKind.WEIGHT);
        verified(unmet);
        return unmet;
    }

    private List<Refusal> toGoHome(Instant now) {
        List<Refusal> unmet = new ArrayList<>();
        outside(unmet);
        Duration observed = Duration.between(since, now);
        Duration needed = Duration.ofMinutes(limits.of(Limit.OBSERVATION_MINUTES));
        if (status != Status.RECOVERING || observed.compareTo(needed) < 0) {
            unmet.add(new Refusal(
                    Reason.OBSERVATION_SHORT,
                    FIELD,
                    Map.of("minutes", needed.minus(observed).plusSeconds(59).toMinutes(), "of", needed.toMinutes())));
        }
        measured(unmet, since);
        checklist(unmet);
        need(unmet, CheckKind.ESCORT_HERE);
        return unmet;
    }

    private void need(List<Refusal> unmet, CheckKind kind) {
        VisitCheck check = latest.get(kind);
        if (check == null) {
            unmet.add(Refusal.of(kind.open(), FIELD));
        } else if (!check.ok()) {
            unmet.add(Refusal.of(kind.no(), FIELD));
        }
    }

    /** What nobody has asked yet is one sentence; every no is its own. */
    private void checklist(List<Refusal> unmet) {
        List<CheckKind> open =
                CHECKLIST.stream().filter(kind -> !latest.containsKey(kind)).toList();
        if (!open.isEmpty()) {
            unmet.add(new Refusal(Reason.CHECKLIST_OPEN, FIELD, Map.of("open", open)));
        }
        CHECKLIST.stream().filter(latest::containsKey).forEach(kind -> need(unmet, kind));
    }

    private void measured(List<Refusal> unmet, Instant notBefore) {
        VisitCheck vitals = latest.get(CheckKind.VITALS);
        if (vitals == null || vitals.at().isBefore(notBefore)) {
            unmet.add(Refusal.of(Reason.VITALS_MISSING, FIELD));
        }
    }

    private void outside(List<Refusal> unmet) {
        VisitCheck vitals = latest.get(CheckKind.VITALS);
        boolean counts =
                vitals != null && (status != Status.RECOVERING || !vitals.at().isBefore(since));
        if (counts) {
            vitals.measured().outside(limits, false).forEach(each -> unmet.add(each.refusal()));
        }
    }

    /** Verified once for a series, and again when the weight has changed. */
    private void verified(List<Refusal> unmet) {
        Optional<Weight> now = Optional.ofNullable(latest.get(CheckKind.WEIGHT))
                .flatMap(check -> check.measured().asWeight());
        int percent = limits.of(Limit.WEIGHT_PERCENT);
        if (order.isEmpty()) {
            unmet.add(Refusal.of(CheckKind.ORDER.open(), FIELD));
        } else if (!order.get().ok()) {
            unmet.add(Refusal.of(CheckKind.ORDER.no(), FIELD));
        } else {
            order.get()
                    .weight()
                    .filter(then -> now.filter(today -> then.isFurtherThan(percent, today))
                            .isPresent())
                    .ifPresent(then -> unmet.add(new Refusal(
                            Reason.ORDER_NOT_VERIFIED,
                            FIELD,
                            Map.of(
                                    "text",
                                    "changed",
                                    "before",
                                    then.toString(),
                                    "now",
                                    now.orElseThrow().toString(),
                                    "percent",
                                    percent))));
        }
    }
}
