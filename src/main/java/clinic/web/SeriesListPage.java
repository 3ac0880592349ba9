package clinic.web;

import clinic.infusion.Due;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesLine;
import clinic.infusion.SeriesQuery;
import clinic.infusion.SeriesState;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All series, {@code staff/series.xhtml}, those in one state, or those that wait for something. */
@Named
@RequestScoped
public class SeriesListPage {
    @Inject
    private SeriesDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    private List<SeriesLine> lines;

    public void open() {
        caller.actor().must(Task.READ);
    }

    /** The state asked for; nothing for all. */
    public Optional<SeriesState> getState() {
        return asked("state", SeriesState.values());
    }

    /** What those asked for wait for; nothing for all. */
    public Optional<Due.What> getDue() {
        return asked("due", Due.What.values());
    }

    private <T extends Enum<T>> Optional<T> asked(String parameter, T[] known) {
        String wanted = Typed.text(request.getParameter(parameter));
        return Arrays.stream(known).filter(each -> each.name().equals(wanted)).findFirst();
    }

    public boolean in(SeriesState state) {
        return getState().filter(state::equals).isPresent();
    }

    public boolean waiting(Due.What due) {
        return getDue().filter(due::equals).isPresent();
    }

    public boolean isAll() {
        return getState().isEmpty() && getDue().isEmpty();
    }

    /** Those that are not asked for by what they wait for. */
    public List<SeriesState> getStates() {
        return Arrays.stream(SeriesState.values())
                .filter(state -> state != SeriesState.AT_CHECKPOINT && state != SeriesState.GAP_BREACH)
                .toList();
    }

    public Due.What[] getDues() {
        return Due.What.values();
    }

    /** The latest first; what waits for something, by the day it waits for. */
    public List<SeriesLine> getLines() {
        if (lines == null) {
            List<SeriesLine> found = desk.list(caller.actor(), SeriesQuery.of(getState(), getDue()))
                    .lines();
            lines = getDue().map(what -> FollowUpPage.byDay(found, what)).orElse(found);
        }
        return lines;
    }

    public String getKeep() {
        return getState().map(state -> "&state=" + state).orElse("")
                + getDue().map(due -> "&due=" + due).orElse("");
    }
}
