package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Resource;
import clinic.security.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The day on paper, {@code staff/sheet.xhtml}: for the whole clinic, or a page for each clinician. */
@Named
@RequestScoped
public class SheetPage {
    /** One sheet of paper. */
    public record Sheet(String name, List<StaffVisit> visits) {}

    @Inject
    private VisitDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private TodayView view;
    private List<Sheet> sheets;

    @PostConstruct
    void look() {
        view = TodayView.of(request, profile.today());
    }

    public List<Sheet> getSheets() {
        if (sheets == null) {
            List<StaffVisit> visits = desk.on(caller.actor(), view.day(), view.day()).stream()
                    .filter(visit -> visit.status() != Status.CANCELLED)
                    .sorted(Comparator.comparing(StaffVisit::slot))
                    .toList();
            sheets = view.clinicians() ? byClinician(visits) : List.of(new Sheet(words.say("sheet.all"), visits));
        }
        return sheets;
    }

    private static List<Sheet> byClinician(List<StaffVisit> visits) {
        Map<Long, List<StaffVisit>> each = visits.stream()
                .collect(Collectors.groupingBy(visit -> visit.clinician().id(), TreeMap::new, Collectors.toList()));
        return each.values().stream()
                .map(theirs -> new Sheet(clinician(theirs.get(0)).name(), theirs))
                .toList();
    }

    private static Resource clinician(StaffVisit visit) {
        return visit.clinician();
    }

    public LocalDate getDay() {
        return view.day();
    }

    public boolean isClinicians() {
        return view.clinicians();
    }

    /** When it was printed: paper does not update itself. */
    public String getPrinted() {
        return words.moment(profile.now());
    }
}
