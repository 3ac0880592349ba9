package clinic.web;

import clinic.booking.Edge;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.UnknownVisit;
import clinic.booking.VisitDesk;
import clinic.care.AdverseEvent;
import clinic.care.AdverseEventDesk;
import clinic.care.AdverseOutcome;
import clinic.care.AdverseReport;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Adverse events of one infusion, {@code staff/adverse-event.xhtml}: one press stops it and writes the report. */
@Named
@RequestScoped
public class AdverseEventPage {
    @Inject
    private AdverseEventDesk desk;

    @Inject
    private VisitDesk visits;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private StaffVisit visit;
    private String happened = "";
    private String called = "";
    private String given = "";
    private String outcome = "";

    @PostConstruct
    void look() {
        try {
            visit = visits.visit(caller.actor(), StaffPaths.idOf(request).orElseThrow());
        } catch (UnknownVisit unknown) {
            visit = null;
        }
    }

    public void open() {
        caller.actor().must(Task.READ_CLINICAL_NOTES);
        if (visit == null || !visit.kind().isInfusion()) {
            Steps.notFound();
        }
    }

    public void save() {
        record(false);
    }

    public void stopAndSave() {
        record(true);
    }

    private void record(boolean stop) {
        refusals.asked(() -> {
            desk.record(caller.actor(), visit.id(), new AdverseReport(happened, called, given, outcome, stop));
            Steps.staff("/staff/adverse-event/" + visit.id() + (stop ? "?said=stopped" : "?said=saved"));
        });
    }

    public StaffVisit getVisit() {
        return visit;
    }

    public List<AdverseEvent> getEvents() {
        return desk.of(caller.actor(), visit.id());
    }

    public List<AdverseOutcome> getOutcomes() {
        return List.of(AdverseOutcome.values());
    }

    /** Whether there is an infusion to stop. */
    public boolean isRunning() {
        return visit.next().contains(Edge.STOP_EARLY);
    }

    /** Whether the patient has come: before that nothing can have happened here. */
    public boolean isBegun() {
        return visit.status().compareTo(Status.CHECKED_IN) >= 0 && !Status.GONE.contains(visit.status());
    }

    public boolean isSaved() {
        return "saved".equals(request.getParameter("said"));
    }

    public boolean isStopped() {
        return "stopped".equals(request.getParameter("said"));
    }

    public String getHappened() {
        return happened;
    }

    public void setHappened(String happened) {
        this.happened = Typed.text(happened);
    }

    public String getCalled() {
        return called;
    }

    public void setCalled(String called) {
        this.called = Typed.text(called);
    }

    public String getGiven() {
        return given;
    }

    public void setGiven(String given) {
        this.given = Typed.text(given);
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = Typed.text(outcome);
    }
}
