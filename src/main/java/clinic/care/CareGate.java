package clinic.care;

import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.booking.StepGate;
import clinic.booking.Treated;
import clinic.calendar.ClinicProfile;
import clinic.protocol.ClinicalLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps an infusion from starting, and a patient from being discharged, before everything is checked. */
@ApplicationScoped
class CareGate implements StepGate {
    @Inject
    private Checks checks;

    @Inject
    private SeriesLimits limits;

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
                        visit,
                        gates.toStart().stream().map(CareGate::word).distinct().toList()));
        return missing;
    }

    /** Three questions, however many visits there are. */
    private Map<Long, CareGates> gates(List<Treated> visits) {
        Map<Long, Map<CheckKind, VisitCheck>> latest =
                checks.latest(visits.stream().map(Treated::visit).toList());
        Set<Long> series = visits.stream().map(visit -> visit.course().series()).collect(Collectors.toSet());
        Map<Long, CareGates.Order> orders = checks.orders(series);
        Map<Long, ClinicalLimits> all = limits.of(series);
        return visits.stream()
                .collect(Collectors.toMap(
                        Treated::visit,
                        visit -> new CareGates(
                                counting(
                                        latest.getOrDefault(visit.visit(), Map.of()),
                                        visit.status(),
                                        profile.today(),
                                        profile.zone()),
                                Optional.ofNullable(orders.get(visit.course().series())),
                                all.get(visit.course().series()),
                                visit.status(),
                                visit.since())));
    }

    /** The entries that count where a visit stands today. */
    static Map<CheckKind, VisitCheck> counting(
            Map<CheckKind, VisitCheck> latest, Status status, LocalDate today, ZoneId zone) {
        return latest.entrySet().stream()
                .filter(each ->
                        each.getKey().countsOn(each.getValue().at().atZone(zone).toLocalDate(), today, status))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Missing word(Refusal unmet) {
        return switch (unmet.reason()) {
            case CONSENT_MISSING -> Missing.CONSENT;
            case ESCORT_MISSING -> Missing.ESCORT;
            case FASTING_OPEN -> Missing.FASTING;
            case VITALS_MISSING -> Missing.VITALS;
            case WEIGHT_MISSING -> Missing.WEIGHT;
            case ORDER_NOT_VERIFIED -> Missing.ORDER;
            case CONSENT_NOT_GIVEN -> Missing.CONSENT_NOT_GIVEN;
            case NO_ESCORT -> Missing.NO_ESCORT;
            case NOT_FASTING -> Missing.NOT_FASTING;
            case VITALS_OUT_OF_RANGE -> Missing.VITALS_OUT_OF_RANGE;
            case ORDER_DECLINED -> Missing.ORDER_DECLINED;
            default -> throw new IllegalStateException("nothing to begin with is " + unmet);
        };
    }
}
