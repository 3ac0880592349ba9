package clinic.web;

import clinic.booking.BookingTexts;
import clinic.booking.Canceller;
import clinic.booking.CourseRefused;
import clinic.booking.Reason;
import clinic.infusion.SeriesCancelDesk;
import clinic.infusion.SeriesRecord;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;

/** Cancels all remaining visits of a series on {@code staff/one-series.xhtml}, and takes that back. */
@Named
@RequestScoped
public class SeriesCancelPage {
    @Inject
    private SeriesCancelDesk desk;

    @Inject
    private SeriesPage page;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String by = Canceller.PATIENT.name();

    /** Whether there is anything to cancel, and the actor may. */
    public boolean isPossible() {
        SeriesRecord series = page.getSeries();
        return caller.actor().may(Task.RECEIVE) && series.state().isRunning() && getRemaining() > 0;
    }

    /** How many visits it would cancel. */
    public int getRemaining() {
        return (int) page.getSeries().visits().stream()
                .filter(each -> each.visit().status().isOpen())
                .count();
    }

    public boolean isUndoable() {
        return desk.isUndoable(caller.actor(), page.getSeries().id());
    }

    public void cancel() {
        SeriesRecord series = page.getSeries();
        refusals.asked(() -> {
            if (getReason().isEmpty()) {
                throw CarePage.refused(Reason.REQUIRED, "cancelReason");
            }
            desk.cancel(caller.actor(), series.id(), getReason(), wish(), OptionalInt.of(series.version()));
            Steps.staff("/staff/series/" + series.id() + "?done=cancelled");
        });
    }

    public void undo() {
        SeriesRecord series = page.getSeries();
        refusals.asked(() -> {
            try {
                desk.undo(caller.actor(), series.id());
                Steps.staff("/staff/series/" + series.id() + "?done=restored");
            } catch (CourseRefused refused) {
                refused.conflicts()
                        .forEach((no, found) -> found.forEach(refusal -> refusals.say(
                                words.say("repair.conflict", no, BookingTexts.text(refusal, words.getLocale())))));
                refusals.status(409);
            }
        });
    }

    private Canceller wish() {
        return Canceller.find(by).orElse(Canceller.PATIENT);
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = Typed.text(by);
    }

    /** What was typed. */
    public String getReason() {
        return Typed.text(request.getParameter("cancelReason")).strip();
    }
}
