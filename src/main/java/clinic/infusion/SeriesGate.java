package clinic.infusion;

import clinic.booking.CourseVisit;
import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.StepGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody is checked in whom no prescriber found eligible, or whose series waits for a decision. */
@ApplicationScoped
class SeriesGate implements StepGate {
    private static final String GATES = "gates";

    @Inject
    private SeriesShelf shelf;

    @Inject
    private Eligibilities eligibilities;

    @Override
    public Map<Long, List<Missing>> missing(List<StaffVisit> today) {
        Map<Long, List<Missing>> missing = new HashMap<>();
        for (StaffVisit visit : today) {
            List<Missing> waits = unmet(Edge.CHECK_IN, visit).stream()
                    .filter(any -> visit.status().isOpen())
                    .map(refusal -> refusal.reason() == Reason.NOT_ELIGIBLE ? Missing.ELIGIBILITY : Missing.DECISION)
                    .toList();
            if (!waits.isEmpty()) {
                missing.put(visit.id(), waits);
            }
        }
        return missing;
    }

    @Override
    public List<Refusal> unmet(Edge edge, StaffVisit visit) {
        if (edge != Edge.CHECK_IN || visit.course().isEmpty()) {
            return List.of();
        }
        CourseVisit course = visit.course().get();
        Series series = shelf.get(course.series());
        List<Refusal> unmet = new ArrayList<>();
        if (series.visits().stream().anyMatch(each -> each.no() == course.no() && each.appointment() != visit.id())) {
            unmet.add(Refusal.of(Reason.REPLACED, GATES));
        }
        if (!eligibilities.holds(visit.patient(), visit.slot().day())) {
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
