package clinic.web;

import clinic.booking.ConsultationDesk;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;

/** Moving a visit, {@code move.xhtml}: choose a time, then see old and new side by side and confirm. */
@Named
@RequestScoped
public class MovePage {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private VisitPage page;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private boolean confirming;

    /** Known before the form is read: which buttons there were depends on it. */
    @PostConstruct
    void begin() {
        confirming = request.getParameter("start") != null;
    }

    /** With a time in the address she is asked whether she means it; nothing is changed yet. */
    public void open() {
        page.openToChange();
        confirming = confirming && refusals.asked(this::start);
    }

    public void move() {
        page.open();
        LocalDateTime before =
                page.getVisit() == null ? start() : page.getVisit().slot().startsAt();
        confirming = refusals.done(() -> desk.move(page.getToken(), start()));
        if (confirming) {
            Steps.moved(page.getToken(), before);
        }
    }

    private LocalDateTime start() {
        return Starts.read(request.getParameter("start"));
    }

    public boolean isConfirming() {
        return confirming;
    }

    public String getStart() {
        return start().toString();
    }

    public String getWhen() {
        return words.when(start());
    }
}
