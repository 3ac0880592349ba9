package clinic.web;

import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesRecord;
import clinic.infusion.UnknownSeries;
import clinic.patient.ToldBy;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** One series, {@code staff/one-series.xhtml}: its visits as a line, and the steps it took. */
@Named
@RequestScoped
public class SeriesPage {
    @Inject
    private SeriesDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private SeriesRecord series;

    @PostConstruct
    void look() {
        caller.actor().must(Task.READ);
        try {
            series = desk.series(caller.actor(), StaffPaths.idOf(request).orElse(0));
        } catch (UnknownSeries unknown) {
            series = null;
        }
    }

    public void open() {
        if (series == null) {
            Steps.notFound();
        }
    }

    public SeriesRecord getSeries() {
        return series;
    }

    /** How the patient hears of what is done with the series. */
    public ToldBy getToldBy() {
        return toldBy(series);
    }

    static ToldBy toldBy(SeriesRecord series) {
        return series.visits().stream()
                .map(each -> each.visit().toldBy())
                .findFirst()
                .orElse(ToldBy.EMAIL);
    }

    /** What was just done; empty if nothing. */
    public String getDone() {
        String done = Typed.text(request.getParameter("done"));
        if (done.equals("planned") && getToldBy() == ToldBy.PHONE) {
            return words.say("series.done.planned.call", series.firstName());
        }
        return List.of("planned", "decided", "invited", "estimated", "cancelled", "restored")
                        .contains(done)
                ? words.say("series.done." + done)
                : "";
    }
}
