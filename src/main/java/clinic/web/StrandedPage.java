package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Canceller;
import clinic.booking.CourseVisit;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.Reason;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffMove;
import clinic.booking.StaffVisit;
import clinic.booking.StrandedDesk;
import clinic.booking.UnknownVisit;
import clinic.booking.VisitDesk;
import clinic.capacity.Closure;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.house.ClosureDesk;
import clinic.patient.ToldBy;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The worklist of visits that lost their time, {@code staff/stranded.xhtml}. Each is given a proposed time, another one,
 * a call that is written down, or is cancelled; the patient hears of it by the letter of that step, once.
 */
@Named
@RequestScoped
public class StrandedPage {
    private static final int MOST = 20;
    private static final String HERE = "/staff/stranded?did=";

    @Inject
    private StrandedDesk desk;

    @Inject
    private StaffBookingDesk bookings;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClosureDesk closures;

    @Inject
    private Resources resources;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<StrandedDesk.Stranded> list = List.of();
    private List<Closure> closed = List.of();
    private int waiting;

    public void open() {
        waiting = desk.waiting(caller.actor());
        list = desk.worklist(caller.actor(), MOST);
        closed = closures.closures(caller.actor());
    }

    /** A proposal, or the time that was typed. */
    public void move() {
        act(() -> {
            TypedTimes typed = new TypedTimes();
            LocalDateTime start = typed.moment("start", said("start"));
            typed.check();
            return did(
                    "moved",
                    bookings.move(
                            caller.actor(),
                            id(),
                            new StaffMove(start, OptionalLong.empty(), Optional.empty(), version())));
        });
    }

    public void cancel() {
        act(() -> did(
                "cancelled",
                visits.step(
                        caller.actor(), id(), Edge.CANCEL, Grounds.wishOf(Canceller.CLINIC, said("why")), version())));
    }

    private static String did(String what, StaffVisit visit) {
        return visit.toldBy() == ToldBy.PHONE ? what + ".call" : what;
    }

    /** Does it, and says on the page after it what was done. */
    private void act(Supplier<String> deed) {
        boolean done = refusals.asked(() -> {
            try {
                Steps.staff(HERE + deed.get());
            } catch (UnknownVisit | NumberFormatException unknown) {
                Steps.notFound();
            } catch (BookingRefused refused) {
                if (refused.reason() == Reason.STALE_VERSION) {
                    refusals.say(words.say("stranded.stale"));
                    refusals.status(412);
                } else {
                    throw refused;
                }
            }
        });
        if (!done || !refusals.getProblems().isEmpty()) {
            open();
        }
    }

    private long id() {
        return Long.parseLong(said("visit"));
    }

    private OptionalInt version() {
        return OptionalInt.of(Integer.parseInt(said("version")));
    }

    private String said(String name) {
        return Typed.text(request.getParameter(name));
    }

    /** What was typed for that visit when it could not be done. */
    public String typed(StaffVisit visit, String name) {
        return said("visit").equals(Long.toString(visit.id())) ? said(name) : "";
    }

    /** Which of its forms was sent in vain: that one stays open. */
    public boolean tried(StaffVisit visit, String what) {
        return said("visit").equals(Long.toString(visit.id())) && request.getParameter(what) != null;
    }

    /** Why the time is gone, in the words of whoever took it away. */
    public String why(StaffVisit visit) {
        LocalDateTime start = visit.slot().startsAt();
        LocalDateTime end = start.plusMinutes(15L * visit.slot().span().length());
        String reasons = closed.stream()
                .filter(closure -> closure.from().isBefore(end) && closure.to().isAfter(start))
                .filter(closure -> closure.resource()
                        .filter(id -> id != visit.room().id()
                                && id != visit.clinician().id())
                        .isEmpty())
                .map(closure -> words.say("stranded.closed", what(closure), closure.reason()))
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? words.say("stranded.roster") : reasons;
    }

    private String what(Closure closure) {
        return closure.resource()
                .flatMap(resources::find)
                .map(Resource::name)
                .orElseGet(() -> words.say("house.everything"));
    }

    public String with(StrandedDesk.NewTime proposal) {
        return resources.find(proposal.clinician()).map(Resource::name).orElse("");
    }

    /** Whether it is one of a series: then the others may have to move with it. */
    public boolean ofSeries(StaffVisit visit) {
        return visit.course().isPresent();
    }

    /** Whether there are series to be repaired together. */
    public boolean isAnyOfSeries() {
        return list.stream().anyMatch(each -> ofSeries(each.visit()));
    }

    public long series(StaffVisit visit) {
        return visit.course().map(CourseVisit::series).orElse(0L);
    }

    public int number(StaffVisit visit) {
        return visit.course().map(CourseVisit::no).orElse(0);
    }

    public List<StrandedDesk.Stranded> getList() {
        return list;
    }

    public int getMore() {
        return waiting - list.size();
    }

    public int getWaiting() {
        return waiting;
    }

    public String getDid() {
        String did = said("did");
        return List.of("moved", "moved.call", "cancelled", "cancelled.call").contains(did)
                ? words.say("stranded.did." + did)
                : "";
    }
}
