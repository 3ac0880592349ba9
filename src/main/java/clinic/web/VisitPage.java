package clinic.web;

import clinic.booking.ConsultationDesk;
import clinic.booking.Status;
import clinic.booking.UnknownVisit;
import clinic.booking.Visit;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** The private page of one visit, {@code visit.xhtml}; its key stands in the address. */
@Named
@RequestScoped
public class VisitPage {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Visit visit;

    /** Looks the visit up; an unknown key is answered like any page that is not there. */
    public void open() {
        try {
            visit = desk.visit(getToken());
        } catch (UnknownVisit unknown) {
            Steps.notFound();
        }
    }

    /** Moving and cancelling begin here, and end here when there is nothing left to change. */
    public void openToChange() {
        open();
        if (visit != null && !visit.changeable()) {
            Steps.visit(getToken());
        }
    }

    public String getToken() {
        return PrivatePaths.keyOf(request).orElse("");
    }

    public Visit getVisit() {
        return visit;
    }

    /** The time before, when the patient comes from moving it; empty otherwise, and when it was moved again since. */
    private Optional<LocalDateTime> before() {
        return Starts.find(request.getParameter(Steps.WAS))
                .filter(time -> !isCancelled() && !time.equals(visit.slot().startsAt()));
    }

    public boolean isMoved() {
        return before().isPresent();
    }

    public String getBefore() {
        return before().map(words::when).orElse("");
    }

    public boolean isCancelled() {
        return visit.status() == Status.CANCELLED;
    }

    public boolean isPending() {
        return visit.status() == Status.PENDING_REVIEW;
    }

    /** Neither cancelled nor past. */
    public boolean isComing() {
        return !isCancelled() && !isPast();
    }

    public LocalDate getDay() {
        return visit.slot().day();
    }

    public String getHours() {
        return words.say(
                "visit.time",
                words.time(visit.slot().span().startsAt()),
                words.time(visit.slot().span().endsAt()));
    }

    public boolean isPast() {
        return visit.slot().start(profile.zone()).isBefore(profile.now());
    }

    /** A visit of a series is moved and cancelled by calling, and followed by another of the same. */
    public boolean isByPhone() {
        return visit.kind().isInfusion();
    }

    /** The end of the key of its first sentence. */
    public String getLead() {
        return isByPhone() && !isComing() ? getFace() + ".phone" : getFace();
    }

    /** One of five faces of the page, the end of a key of texts. */
    public String getFace() {
        if (isCancelled()) {
            return "cancelled";
        }
        if (isPending()) {
            return isPast() ? "unconfirmed" : "pending";
        }
        return isPast() ? "past" : "booked";
    }
}
