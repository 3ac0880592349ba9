package clinic.web;

import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesLine;
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

/** All series, {@code staff/series.xhtml}, or those in one state. */
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
        String wanted = Typed.text(request.getParameter("state"));
        return Arrays.stream(SeriesState.values())
                .filter(state -> state.name().equals(wanted))
                .findFirst();
    }

    public boolean in(SeriesState state) {
        return getState().filter(state::equals).isPresent();
    }

    public SeriesState[] getStates() {
        return SeriesState.values();
    }

    public List<SeriesLine> getLines() {
        if (lines == null) {
            lines = desk.list(caller.actor(), getState());
        }
        return lines;
    }

    public String getKeep() {
        return getState().map(state -> "&state=" + state).orElse("");
    }
}
