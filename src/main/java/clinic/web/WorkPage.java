package clinic.web;

import clinic.booking.CallDesk;
import clinic.booking.CallTask;
import clinic.booking.Grounds;
import clinic.booking.PendingReview;
import clinic.booking.StaffVisit;
import clinic.booking.VisitDesk;
import clinic.notification.MessageDesk;
import clinic.patient.RedFlag;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What waits for a human, {@code staff/work.xhtml}: calls promised, visits to review, letters that reached nobody. */
@Named
@RequestScoped
public class WorkPage {
    @Inject
    private CallDesk calls;

    @Inject
    private VisitDesk visits;

    @Inject
    private MessageDesk messages;

    @Inject
    private FollowUpPage followUps;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<CallTask> waiting;
    private List<PendingReview> reviews;
    private List<StaffVisit> leftOpen;
    private List<MessageDesk.Undelivered> undelivered;

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

    public void called() {
        refusals.asked(() -> {
            long id = Ids.read(request.getParameter("called"));
            calls.answered(caller.actor(), id, note("call", id));
            Steps.staff("/staff/work?said=called");
        });
    }

    public void calledInstead() {
        refusals.asked(() -> {
            long id = Ids.read(request.getParameter("instead"));
            messages.called(caller.actor(), id, note("letter", id));
            Steps.staff("/staff/work?said=called");
        });
    }

    private String note(String of, long id) {
        return Typed.text(request.getParameter("note-" + of + "-" + id));
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

    public List<MessageDesk.Undelivered> getUndelivered() {
        if (undelivered == null) {
            undelivered = messages.undelivered(caller.actor());
        }
        return undelivered;
    }

    /** What she reported, for those who read clinical notes; empty for everybody else. */
    public String flags(PendingReview review) {
        return review.redFlags().stream()
                .map((RedFlag flag) -> words.say("staff.flag." + flag))
                .collect(Collectors.joining(" · "));
    }

    /** The visit that was just approved or declined. */
    public Optional<StaffVisit> getDone() {
        return Optional.ofNullable(request.getParameter("done")).map(id -> visits.visit(caller.actor(), Ids.read(id)));
    }

    public boolean isSaid() {
        return "called".equals(request.getParameter("said"));
    }

    /** Changes when a list does. */
    public String getVersion() {
        return Marks.of(getCalls() + "" + getUndelivered() + followUps.getBoosters() + followUps.getEstimates()
                + getLeftOpen().stream()
                        .map(visit -> visit.id() + ":" + visit.version())
                        .toList()
                + getReviews().stream()
                        .map(review ->
                                review.visit().id() + ":" + review.visit().version())
                        .toList());
    }
}
