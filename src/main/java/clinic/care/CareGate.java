package clinic.care;

import clinic.booking.CourseVisit;
import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.StepGate;
import clinic.booking.Treatment;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    public List<Refusal> unmet(Edge edge, StaffVisit visit) {
        if (edge != Edge.START && edge != Edge.DISCHARGE || !visit.kind().isInfusion()) {
            return List.of();
        }
        long series = series(visit);
        return gates(
                        visit,
                        checks.latest(List.of(visit.id())).getOrDefault(visit.id(), Map.of()),
                        Optional.ofNullable(checks.orders(List.of(series)).get(series)))
                .unmet(edge, profile.now().toInstant());
    }

    @Override
    public Map<Long, List<Missing>> missing(List<StaffVisit> today) {
        Map<Long, Map<CheckKind, VisitCheck>> latest =
                checks.latest(today.stream().map(StaffVisit::id).toList());
        Map<Long, CareGates.Order> orders =
                checks.orders(today.stream().map(CareGate::series).collect(Collectors.toSet()));
        return today.stream().collect(Collectors.toMap(StaffVisit::id, visit -> gates(
                        visit,
                        latest.getOrDefault(visit.id(), Map.of()),
                        Optional.ofNullable(orders.get(series(visit))))
                .toStart()
                .stream()
                .map(CareGate::word)
                .toList()));
    }

    private static long series(StaffVisit visit) {
        return visit.course().map(CourseVisit::series).orElse(0L);
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

    private static CareGates gates(
            StaffVisit visit, Map<CheckKind, VisitCheck> latest, Optional<CareGates.Order> order) {
        return new CareGates(
                latest,
                order,
                visit.status(),
                visit.since(),
                visit.treatment().map(Treatment::recovery).orElse(0));
    }
}
