package clinic.web;

import clinic.booking.ConsultationDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Cancelling a visit, {@code cancel.xhtml}: asked once, with a reason if she likes to give one. */
@Named
@RequestScoped
public class CancelPage {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private VisitPage page;

    @Inject
    private Refusals refusals;

    private String reason = "";

    public void cancel() {
        page.open();
        if (refusals.done(() -> desk.cancel(page.getToken(), Optional.of(reason)))) {
            Steps.visit(page.getToken());
        }
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Typed.text(reason);
    }
}
