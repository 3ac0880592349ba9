package clinic.web;

import clinic.booking.Canceller;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.MailboxDesk;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffMove;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.UnknownVisit;
import clinic.booking.VisitDesk;
import clinic.booking.VisitStep;
import clinic.capacity.Claim;
import clinic.capacity.Resources;
import clinic.patient.ToldBy;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One visit, {@code staff/visit.xhtml}: where it stands, its next steps, moving and cancelling it, what it went through. */
@Named
@RequestScoped
public class StaffVisitPage {
    @Inject
    private VisitDesk desk;

    @Inject
    private StaffBookingDesk bookings;

    @Inject
    private MailboxDesk mailboxes;

    @Inject
    private Caller caller;

    @Inject
    private Resources resources;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private WhoWords people;

    @Inject
    private VisitWords visitWords;

    @Inject
    private TimeForm time;

    @Inject
    private HttpServletRequest request;

    private StaffVisit visit;
    private String deed = "";
    private String reason = "";
    private String by = Canceller.PATIENT.name();

    /** Known before a form is read: which forms there were depends on it. */
    @PostConstruct
    void look() {
        deed = Typed.text(request.getParameter("do"));
        by = Canceller.find(Typed.text(request.getParameter("by")))
                .orElse(Canceller.PATIENT)
                .name();
        try {
            visit = desk.visit(caller.actor(), StaffPaths.idOf(request).orElseThrow());
        } catch (UnknownVisit unknown) {
            deed = "";
        }
    }

    public void open() {
        if (visit == null) {
            Steps.notFound();
        } else {
            time.moving(visit);
            time.offer((day, room) -> bookings.free(
                    caller.actor(),
                    visit.id(),
                    new StaffMove(day.atStartOfDay(), room, Optional.empty(), OptionalInt.empty())));
        }
    }

    public void step() {
        refusals.asked(() -> {
            StepTaken step = StepTaken.read(request.getParameter("step"));
            desk.step(caller.actor(), visit.id(), step.edge(), Grounds.NONE, step.version());
            again("?done=");
        });
    }

    public void undo() {
        refusals.asked(() -> {
            desk.undo(caller.actor(), visit.id());
            again("?undone=");
        });
    }

    public void cancel() {
        refusals.asked(() -> {
            desk.step(caller.actor(), visit.id(), Edge.CANCEL, Grounds.wishOf(wish(), reason), OptionalInt.empty());
            again("?done=cancel");
        });
    }

    public void decline() {
        refusals.asked(() -> {
            desk.step(caller.actor(), visit.id(), Edge.DECLINE, Grounds.of(reason), OptionalInt.empty());
            again("?done=decline");
        });
    }

    public void move() {
        refusals.asked(() -> {
            bookings.move(
                    caller.actor(), visit.id(), new StaffMove(time.start(), time.resource(), time.override(), seen()));
            again("?done=moved&from=" + visit.slot().startsAt());
        });
    }

    /** Emails about it go to the address of the record again. */
    public void followRecord() {
        refusals.asked(() -> {
            mailboxes.followRecord(caller.actor(), visit.id());
            again("?done=");
        });
    }

    /** Where emails about it go, where that is not the address of the record. */
    public Optional<String> getMailbox() {
        return mailboxes.find(caller.actor(), visit.id());
    }

    public boolean isMayWrite() {
        return caller.actor().may(Task.WRITE);
    }

    /** The version the form was shown for. */
    private OptionalInt seen() {
        return Stream.of(Typed.text(request.getParameter("seen")))
                .filter(version -> version.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private Canceller wish() {
        return Canceller.find(by).orElse(Canceller.PATIENT);
    }

    private void again(String more) {
        Steps.staff("/staff/visit/" + visit.id() + more);
    }

    public StaffVisit getVisit() {
        return visit;
    }

    public List<VisitStep> getHistory() {
        return desk.history(caller.actor(), visit.id());
    }

    /** What was done, in a word; by staff or by the patient alike. */
    public String what(VisitStep step) {
        return words.say("staff.step." + step.edge());
    }

    /** Who did it, in which role. */
    public String who(VisitStep step) {
        return people.name(step.by(), step.role());
    }

    /** The gates or rules that were set aside for it, with the reason; empty if none were. */
    public String setAside(VisitStep step) {
        return step.setAside()
                .map(what -> words.say(
                        "staff.overridden",
                        what.codes().stream().map(words::reason).collect(Collectors.joining(", ")),
                        what.reason()))
                .orElse("");
    }

    /** Whose wish a cancellation was, where that is not who did it; empty for every other step. */
    public String wish(VisitStep step) {
        return step.role().isEmpty()
                ? ""
                : step.cancelledBy().map(visitWords::cancelledBy).orElse("");
    }

    public List<Claim> getClaims() {
        return desk.claims(caller.actor(), visit.id());
    }

    public String resource(Claim claim) {
        return resources.all().stream()
                .filter(resource -> resource.id() == claim.resource())
                .map(visitWords::resource)
                .findFirst()
                .orElse("");
    }

    public String span(Claim claim) {
        return words.say(
                "staff.hours",
                words.time(claim.span().startsAt()),
                words.time(claim.span().endsAt()));
    }

    /** What was just done, from what to what, and how the patient hears of it. */
    public String getDid() {
        String did = Typed.text(request.getParameter("done"));
        if (!List.of("booked", "moved", "cancel", "decline").contains(did)) {
            return words.say("today.done", visitWords.name(visit), visitWords.state(visit.status()));
        }
        String was = Starts.find(Typed.text(request.getParameter("from")))
                .map(words::when)
                .orElse("–");
        return words.say("appointment.did." + did, words.when(visit.slot()), was)
                + " "
                + words.say(visit.toldBy() == ToldBy.PHONE ? "appointment.tell.phone" : "appointment.tell.email");
    }

    public boolean isDone() {
        return request.getParameter("done") != null;
    }

    public boolean isUndone() {
        return request.getParameter("undone") != null;
    }

    /** Whether the series goes on without it until somebody gives it another time. */
    public boolean isMissedOfSeries() {
        return visit.status() == Status.NO_SHOW && visit.course().isPresent();
    }

    public boolean isMoving() {
        return visit != null && deed.equals("move") && visit.status().isMovable();
    }

    public boolean isCancelling() {
        return visit != null && deed.equals(Edge.CANCEL.word()) && visit.next().contains(Edge.CANCEL);
    }

    public boolean isDeclining() {
        return visit != null && deed.equals(Edge.DECLINE.word()) && visit.next().contains(Edge.DECLINE);
    }

    public boolean isMayOverride() {
        return caller.actor().may(Task.OVERRIDE);
    }

    public String getDeed() {
        return deed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Typed.text(reason);
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = Typed.text(by);
    }
}
