package clinic.care;

import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.Refusal;
import clinic.booking.StepGate;
import clinic.booking.Treated;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps a treatment from beginning, and a patient from going home, before everything is checked. */
@ApplicationScoped
class CareGate implements StepGate {
    @Inject
    private Checks checks;

    @Inject
    private ClinicProfile profile;

    @Override
    public List<Refusal> unmet(Edge edge, Treated visit) {
        return edge == Edge.START || edge == Edge.DISCHARGE
                ? gates(List.of(visit))
                        .get(visit.visit())
                        .unmet(edge, profile.now().toInstant())
                : List.of();
    }

    @Override
    public Map<Long, List<Missing>> missing(List<Treated> today) {
        Map<Long, List<Missing>> missing = new HashMap<>();
        gates(today)
                .forEach((visit, gates) -> missing.put(
                        visit, gates.toStart().stream().map(CareGate::word).toList()));
        return missing;
    }

    /** Two questions, however many visits there are. */
    private Map<Long, CareGates> gates(List<Treated> visits) {
        Map<Long, Map<CheckKind, VisitCheck>> latest =
                checks.latest(visits.stream().map(Treated::visit).toList());
        Map<Long, CareGates.Order> orders = checks.orders(
                visits.stream().map(visit -> visit.course().series()).collect(Collectors.toSet()));
        return visits.stream()
                .collect(Collectors.toMap(
                        Treated::visit,
                        visit -> new CareGates(
                                latest.getOrDefault(visit.visit(), Map.of()),
                                Optional.ofNullable(orders.get(visit.course().series())),
                                visit.status(),
                                visit.since(),
                                visit.treatment().recovery())));
    }

    private static Missing word(Refusal unmet) {
        return switch (unmet.reason()) {
            case CONSENT_MISSING -> Missing.CONSENT;
            case ESCORT_MISSING -> Missing.ESCORT;
            case FASTING_OPEN -> Missing.FASTING;
            case VITALS_MISSING, VITALS_HOLD -> Missing.VITALS;
            case WEIGHT_MISSING -> Missing.WEIGHT;
            case ORDER_NOT_VERIFIED -> Missing.ORDER;
            default -> throw new IllegalStateException("nothing to begin with is " + unmet);
        };
    }
}
