package clinic.infusion;

import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StepGate;
import clinic.booking.Treated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Nobody is checked in whom no prescriber found eligible, or whose series waits for a decision. */
@ApplicationScoped
class SeriesGate implements StepGate {
    private static final String GATES = "gates";

    @Inject
    private SeriesShelf shelf;

    @Inject
    private Eligibilities eligibilities;

    @Override
    public Map<Long, List<Missing>> missing(List<Treated> today) {
        Map<Long, List<Missing>> missing = new HashMap<>();
        List<Treated> open =
                today.stream().filter(visit -> visit.status().isOpen()).toList();
        waiting(open)
                .forEach((visit, unmet) -> missing.put(
                        visit,
                        unmet.stream()
                                .map(refusal ->
                                        refusal.reason() == Reason.NOT_ELIGIBLE || refusal.reason() == Reason.MINOR
                                                ? Missing.ELIGIBILITY
                                                : Missing.DECISION)
                                .toList()));
        return missing;
    }

    @Override
    public List<Refusal> unmet(Edge edge, Treated visit) {
        return edge == Edge.CHECK_IN ? waiting(List.of(visit)).get(visit.visit()) : List.of();
    }

    /** What each waits for; two questions, however many visits there are. */
    private Map<Long, List<Refusal>> waiting(List<Treated> visits) {
        Map<Long, Series> series = shelf.among(
                visits.stream().map(visit -> visit.course().series()).collect(Collectors.toSet()));
        Map<Long, Eligibility> decided =
                eligibilities.of(visits.stream().map(Treated::patient).collect(Collectors.toSet()));
        return visits.stream()
                .collect(Collectors.toMap(
                        Treated::visit,
                        visit -> waiting(
                                visit,
                                series.get(visit.course().series()),
                                Optional.ofNullable(decided.get(visit.patient())))));
    }

    private static List<Refusal> waiting(Treated visit, Series series, Optional<Eligibility> decided) {
        List<Refusal> unmet = new ArrayList<>();
        if (series.visits().stream()
                .anyMatch(each -> each.no() == visit.course().no() && each.appointment() != visit.visit())) {
            unmet.add(Refusal.of(Reason.REPLACED, GATES));
        }
        boolean adult = series.patient().adultOn(visit.day());
        if (!adult && decided.filter(Eligibility::isOfMinor).isEmpty()) {
            unmet.add(MinorRule.refusal(GATES, visit.day()));
        } else if (decided.filter(last -> last.holdsOn(visit.day(), adult)).isEmpty()) {
            unmet.add(Refusal.of(Reason.NOT_ELIGIBLE, GATES));
        }
        switch (series.state()) {
            case AT_CHECKPOINT -> unmet.add(Refusal.of(Reason.CHECKPOINT_OPEN, GATES));
            case PAUSED, GAP_BREACH ->
                unmet.add(new Refusal(Reason.SERIES_WAITS, GATES, Map.of("state", series.state())));
            default -> {}
        }
        return unmet;
    }
}
