package clinic.web;

import clinic.booking.ConsultationDesk;
import clinic.calendar.Slot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Choosing a time, {@code book.xhtml}; the home page offers the first few of the same times. */
@Named
@RequestScoped
public class BookPage {
    private static final int AT_HOME = 4;

    @Inject
    private ConsultationDesk desk;

    @Inject
    private HeldTime held;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private List<Slot> next;

    /** The next free times from now on; asked for once, however often the page looks. */
    public List<Slot> getNext() {
        if (next == null) {
            next = desk.next(AT_HOME, held.token());
        }
        return next;
    }

    /** Holds the time whose button was pressed, and goes on to the details. */
    public void choose() {
        if (refusals.done(() -> held.take(Starts.read(request.getParameter("start"))))) {
            Steps.details(held.getToken());
        }
    }

    /** Gives the time back and stays on the page. */
    public void giveBack() {
        if (refusals.done(held::giveBack)) {
            Steps.book();
        }
    }

    public boolean isOver() {
        return request.getParameter("over") != null;
    }
}
