package clinic.web;

import clinic.booking.Edge;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The buttons of a visit: the step most likely wanted now, the others behind it, and those that want a reason. */
@Named
@RequestScoped
public class VisitSteps {
    private static final Set<Edge> WITH_REASON = Set.of(Edge.CANCEL, Edge.DECLINE);
    private static final List<Edge> ON_THE_DAY =
            List.of(Edge.APPROVE, Edge.CHECK_IN, Edge.START, Edge.COMPLETE, Edge.PREPARE, Edge.RECOVER, Edge.DISCHARGE);
    private static final List<Edge> BEFORE = List.of(Edge.APPROVE, Edge.CONFIRM);

    private static final Duration SOON = Duration.ofMinutes(30);

    @Inject
    private ClinicProfile profile;

    /** The one step most likely wanted; null when there is none, for the page to leave its place empty. */
    public Edge first(StaffVisit visit) {
        return likely(visit).orElse(null);
    }

    private Optional<Edge> likely(StaffVisit visit) {
        List<Edge> order = visit.slot().day().isAfter(profile.today()) ? BEFORE : ON_THE_DAY;
        return order.stream().filter(visit.next()::contains).findFirst();
    }

    /** Whether its next step is wanted about now, rather than later in the day. */
    public boolean isDue(StaffVisit visit) {
        return !visit.status().isOpen()
                || visit.status() == Status.PENDING_REVIEW
                || visit.slot().start(profile.zone()).isBefore(profile.now().plus(SOON));
    }

    /** The other steps of one press. */
    public List<Edge> others(StaffVisit visit) {
        Optional<Edge> likely = likely(visit);
        return visit.next().stream()
                .filter(edge -> likely.filter(edge::equals).isEmpty() && !WITH_REASON.contains(edge))
                .toList();
    }

    /** Those that are asked about on the visit's own page. */
    public List<Edge> asked(StaffVisit visit) {
        return visit.next().stream().filter(WITH_REASON::contains).toList();
    }

    public String value(StaffVisit visit, Edge edge) {
        return StepTaken.written(visit, edge);
    }
}
