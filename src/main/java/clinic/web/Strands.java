package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.StrandedDesk;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows whom a change of the house would strand, before it is saved. What is saved is what was shown: who changes the
 * form after looking is shown it again first.
 */
@Named
@RequestScoped
public class Strands {
    @Inject
    private StrandedDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    private List<StaffVisit> shown = List.of();
    private String form = "";

    /**
     * @param of what the form says, begun with its name and a bar
     */
    void show(String of, Set<Long> visits) {
        form = of;
        shown = desk.visits(caller.actor(), visits);
    }

    /** Shows it if it was not shown yet, as it is typed now; whether it was. */
    boolean wasShown(String of, Supplier<Set<Long>> preview) {
        boolean seen = of.equals(request.getParameter("seen"));
        if (!seen) {
            show(of, preview.get());
        }
        return seen;
    }

    /** Whether that form has something to save: it is being shown, or was when the button was pressed. */
    public boolean saves(String of) {
        return looks(of) || request.getParameter("save" + of) != null;
    }

    public boolean looks(String of) {
        return form.startsWith(of + "|");
    }

    public List<StaffVisit> getVisits() {
        return shown;
    }

    /** How many of them are visits of series: those can be repaired together afterwards. */
    public int getOfSeries() {
        return ofSeries(shown);
    }

    private static int ofSeries(List<StaffVisit> visits) {
        return (int) visits.stream().filter(visit -> visit.course().isPresent()).count();
    }

    /** What the form said when it was shown. */
    public String getForm() {
        return form;
    }

    /** What the page after it is told of a change that was just saved. */
    String saved(Set<Long> stranded) {
        return "saved=" + stranded.size() + "&series=" + ofSeries(desk.visits(caller.actor(), stranded));
    }

    /** Whether it has stranded visits of series. */
    public boolean isSeriesStranded() {
        return !List.of("", "0").contains(Typed.text(request.getParameter("series")));
    }

    /** How many visits a change that was just saved has stranded, for the page after it. */
    public Optional<Integer> saved() {
        return Optional.ofNullable(request.getParameter("saved"))
                .filter(count -> count.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }

    public boolean isSaved() {
        return saved().isPresent();
    }

    public int getStranded() {
        return saved().orElse(0);
    }
}
