package clinic.nursing;

import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StepGate;
import clinic.booking.Treated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No infusion begins before somebody decided which nurse has the patient. What is only suggested is nobody's task yet. */
@ApplicationScoped
class NurseGate implements StepGate {
    private static final String FIELD = "gates";

    @Inject
    private NursingBook book;

    /** Who has whom stands beside each visit anyway. */
    @Override
    public Map<Long, List<Missing>> missing(List<Treated> today) {
        return Map.of();
    }

    @Override
    public List<Refusal> unmet(Edge edge, Treated visit) {
        if (edge != Edge.START) {
            return List.of();
        }
        Optional<Nursed> found = book.on(visit.day()).of(visit.visit());
        return found.filter(Nursed::kept).isPresent()
                ? List.of()
                : List.of(new Refusal(
                        Reason.NURSE_NOT_ASSIGNED,
                        FIELD,
                        found.flatMap(Nursed::charge)
                                .map(charge -> Map.<String, Object>of(
                                        "name", charge.first().name()))
                                .orElseGet(Map::of)));
    }
}
