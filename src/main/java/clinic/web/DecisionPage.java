package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.infusion.Decision;
import clinic.infusion.LifeDesk;
import clinic.infusion.SeriesRecord;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalInt;

/** What a prescriber decides on {@code staff/one-series.xhtml}. */
@Named
@RequestScoped
public class DecisionPage {
    @Inject
    private LifeDesk desk;

    @Inject
    private SeriesPage page;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    /** What can be decided where the series stands; nothing for who may not. */
    public List<Decision> getPossible() {
        return caller.actor().may(Task.DECIDE)
                ? Decision.possibleIn(page.getSeries().state())
                : List.of();
    }

    public void decide() {
        SeriesRecord series = page.getSeries();
        if (refusals.isToChoose("decision")) {
            return;
        }
        refusals.asked(() -> {
            Decision decision = Decision.find(Typed.text(request.getParameter("decision")))
                    .orElseThrow(
                            () -> new BookingRefused(List.of(Refusal.of(Reason.UNKNOWN_CODE, "decision")), List.of()));
            desk.decide(caller.actor(), series.id(), decision, getReason(), OptionalInt.of(series.version()));
            Steps.staff("/staff/series/" + series.id() + "?done=decided");
        });
    }

    /** What was typed. */
    public String getReason() {
        return Typed.text(request.getParameter("decisionReason")).strip();
    }
}
