package clinic.web;

import clinic.infusion.Booster;
import clinic.infusion.Due;
import clinic.infusion.FollowUp;
import clinic.infusion.FollowUpDesk;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesLine;
import clinic.infusion.SeriesQuery;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Boosters to invite to and estimates to give, on {@code staff/work.xhtml} of all and {@code staff/one-series.xhtml} of one. */
@Named
@RequestScoped
public class FollowUpPage {
    @Inject
    private FollowUpDesk desk;

    @Inject
    private SeriesDesk series;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private FollowUp one;
    private List<SeriesLine> boosters;
    private List<SeriesLine> estimates;

    /** Of the series the page is about. */
    public FollowUp getOne() {
        if (one == null) {
            one = desk.of(caller.actor(), StaffPaths.idOf(request).orElseThrow());
        }
        return one;
    }

    /** Those it is time for, the soonest first. */
    public List<SeriesLine> getBoosters() {
        if (boosters == null) {
            boosters = waiting(Due.What.BOOSTER);
        }
        return boosters;
    }

    /** Those that are open, the soonest first. */
    public List<SeriesLine> getEstimates() {
        if (estimates == null) {
            estimates = waiting(Due.What.ESTIMATE);
        }
        return estimates;
    }

    private List<SeriesLine> waiting(Due.What what) {
        return byDay(series.list(caller.actor(), SeriesQuery.due(what)).lines(), what);
    }

    static List<SeriesLine> byDay(List<SeriesLine> lines, Due.What what) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> of(line, what).by().orElse(LocalDate.MAX)))
                .toList();
    }

    /** What of that kind the series of a line waits for. */
    public static Due of(SeriesLine line, Due.What what) {
        return line.due().stream().filter(due -> due.what() == what).findFirst().orElseThrow();
    }

    public Due booster(SeriesLine line) {
        return of(line, Due.What.BOOSTER);
    }

    public Due estimate(SeriesLine line) {
        return of(line, Due.What.ESTIMATE);
    }

    public void invite() {
        refusals.asked(() -> {
            boolean phoned = request.getParameter("phoned") != null;
            desk.invite(
                    caller.actor(),
                    Ids.read(request.getParameter(phoned ? "phoned" : "invite")),
                    phoned ? Booster.Way.CALL : Booster.Way.LETTER);
            backTo("invited");
        });
    }

    public void given() {
        refusals.asked(() -> {
            long id = Ids.read(request.getParameter("given"));
            desk.estimateGiven(
                    caller.actor(), id, Optional.of(Typed.text(request.getParameter("note-estimate-" + id))));
            backTo("estimated");
        });
    }

    private void backTo(String done) {
        StaffPaths.idOf(request)
                .ifPresentOrElse(
                        id -> Steps.staff("/staff/series/" + id + "?done=" + done),
                        () -> Steps.staff("/staff/work?said=" + done));
    }

    public boolean isMayWrite() {
        return caller.actor().may(Task.WRITE);
    }

    /** What was just done on the worklist; empty if nothing. */
    public String getDone() {
        String said = Typed.text(request.getParameter("said"));
        return List.of("invited", "estimated").contains(said) ? words.say("series.done." + said) : "";
    }
}
