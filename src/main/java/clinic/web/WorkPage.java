package clinic.web;

import clinic.booking.CallDesk;
import clinic.booking.CallTask;
import clinic.booking.Grounds;
import clinic.booking.PendingReview;
import clinic.booking.StaffVisit;
import clinic.booking.UnknownVisit;
import clinic.booking.VisitDesk;
import clinic.notification.CallInsteadDesk;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** What waits for a human, {@code staff/work.xhtml}: calls promised, visits to review, letters that reached nobody. */
@Named
@RequestScoped
public class WorkPage {
    @Inject
    private CallDesk calls;

    @Inject
    private VisitDesk visits;

    @Inject
    private CallInsteadDesk messages;

    @Inject
    private FollowUpPage followUps;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private List<CallTask> waiting;
    private List<PendingReview> reviews;
    private List<StaffVisit> leftOpen;
    private List<CallInsteadDesk.Undelivered> undelivered;

    public void open() {
        caller.actor().must(Task.READ);
    }

    public void step() {
        refusals.asked(() -> {
            StepTaken step = StepTaken.read(request.getParameter("step"));
            StaffVisit visit = visits.step(caller.actor(), step.visit(), step.edge(), Grounds.NONE, step.version());
            Steps.staff("/staff/work?done=" + visit.id());
        });
    }

    public void undo() {
        refusals.asked(() -> {
            visits.undo(caller.actor(), Ids.read(request.getParameter("undo")));
            Steps.staff("/staff/work");
        });
    }

    public List<CallTask> getCalls() {
        if (waiting == null) {
            waiting = calls.waiting(caller.actor());
        }
        return waiting;
    }

    public List<PendingReview> getReviews() {
        if (reviews == null) {
            reviews = calls.reviews(caller.actor());
        }
        return reviews;
    }

    /** Appointments of earlier days that nobody brought to an end. */
    public List<StaffVisit> getLeftOpen() {
        if (leftOpen == null) {
            leftOpen = visits.leftOpen(caller.actor());
        }
        return leftOpen;
    }

    public List<CallInsteadDesk.Undelivered> getUndelivered() {
        if (undelivered == null) {
            undelivered = messages.undelivered(caller.actor());
        }
        return undelivered;
    }

    /** The visit that was just approved or declined. */
    public Optional<StaffVisit> getDone() {
        try {
            return Optional.of(Ids.orNone(request.getParameter("done")))
                    .filter(id -> id > 0)
                    .map(id -> visits.visit(caller.actor(), id));
        } catch (UnknownVisit unknown) {
            return Optional.empty();
        }
    }

    /** Changes when a list does. */
    public String getVersion() {
        return Marks.of(getCalls() + "" + getUndelivered() + followUps.getBoosters() + followUps.getEstimates()
                + getLeftOpen().stream()
                        .map(visit -> visit.id() + ":" + visit.version())
                        .toList()
                + getReviews().stream()
                        .map(review ->
                                review.visit().id() + ":" + review.visit().version() + review.calls())
                        .toList());
    }
}
