package clinic.web;

import clinic.booking.Grounds;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One screen for the day, {@code staff.xhtml}: who comes where and when, what state it is in, one press a step. */
@Named
@RequestScoped
public class TodayPage {
    @Inject
    private VisitDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Strips strips;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private TodayView view;
    private List<StaffVisit> visits;
    private DayBoard board;
    private Strip load;

    @PostConstruct
    void look() {
        view = TodayView.of(request, profile.today());
    }

    /** Whose task the day is not is led to what is hers. */
    public void open() {
        if (!caller.actor().may(Task.READ)) {
            Steps.staff("/staff/audit");
        }
    }

    /** Takes the step whose button was pressed, and shows the day as it is then. */
    public void step() {
        refusals.asked(() -> {
            StepTaken step = StepTaken.read(request.getParameter("step"));
            desk.step(caller.actor(), step.visit(), step.edge(), Grounds.NONE, step.version());
            Steps.staff(view.address(profile.today(), "done=" + step.visit()));
        });
    }

    public void undo() {
        refusals.asked(() -> {
            StaffVisit visit = desk.undo(caller.actor(), Ids.read(request.getParameter("undo")));
            Steps.staff(view.address(profile.today(), "undone=" + visit.id()));
        });
    }

    /** One question to the desk, however often the page looks. */
    public List<StaffVisit> getVisits() {
        if (visits == null) {
            visits = desk.on(caller.actor(), view.day(), view.day()).stream()
                    .sorted(Comparator.comparing(StaffVisit::slot).thenComparingLong(StaffVisit::id))
                    .toList();
        }
        return visits;
    }

    /** The nurses' care, through the day. */
    public Strip getLoad() {
        if (load == null) {
            load = strips.care(view.day());
        }
        return load;
    }

    public DayBoard getBoard() {
        if (board == null) {
            board = board();
        }
        return board;
    }

    private DayBoard board() {
        ResourceKind kind = view.clinicians() ? ResourceKind.CLINICIAN : ResourceKind.ROOM;
        return DayBoard.of(
                getVisits(),
                profile.calendar().hours(view.day()),
                resources.all().stream()
                        .filter(resource -> resource.kind() == kind)
                        .toList(),
                resources.serving(kind, Purpose.CONSULT),
                view.clinicians() ? StaffVisit::clinician : StaffVisit::room);
    }

    public String names(List<Resource> some) {
        return some.stream().map(Resource::name).collect(Collectors.joining(", "));
    }

    /** What was just done, or taken back; its visit stands in the address. */
    public Optional<StaffVisit> getDone() {
        return visitOf("done");
    }

    public Optional<StaffVisit> getUndone() {
        return visitOf("undone");
    }

    Optional<StaffVisit> visitOf(String parameter) {
        return Stream.ofNullable(request.getParameter(parameter))
                .flatMap(id -> getVisits().stream()
                        .filter(visit -> Long.toString(visit.id()).equals(id)))
                .findFirst();
    }

    /** "12 visits, 3 still to come, 1 cancelled". */
    public String getSummary() {
        long cancelled = getVisits().stream()
                .filter(visit -> visit.status() == Status.CANCELLED)
                .count();
        long coming =
                getVisits().stream().filter(visit -> visit.status().isOpen()).count();
        return words.say("today.summary", getVisits().size() - cancelled, coming, cancelled);
    }

    public boolean isToday() {
        return view.day().equals(profile.today());
    }

    public String getRow() {
        LocalTime now = profile.now().toLocalTime();
        return Optional.of(now)
                .filter(time -> isToday())
                .flatMap(getBoard()::rowOf)
                .map(row -> "r" + row + " m" + now.getMinute() % 15 / 5)
                .orElse("");
    }

    /** For the script that moves the line. */
    public long getMinute() {
        return LocalTime.MIDNIGHT.until(profile.now().toLocalTime(), ChronoUnit.MINUTES);
    }

    public LocalDate getDay() {
        return view.day();
    }

    public String getNow() {
        return words.time(profile.now().toLocalTime());
    }

    /** For the switch of languages: what stands in the address already. */
    public String getKeep() {
        String address = getHere();
        return address.contains("?") ? "&" + address.substring(address.indexOf('?') + 1) : "";
    }

    public boolean isTable() {
        return view.table();
    }

    public boolean isClinicians() {
        return view.clinicians();
    }

    public boolean isClosed() {
        return !profile.calendar().isOpen(view.day());
    }

    public String getWall() {
        return view.asTable(false).byClinician(false).address(profile.today());
    }

    public String getByClinician() {
        return view.asTable(false).byClinician(true).address(profile.today());
    }

    public String getAsTable() {
        return view.asTable(true).address(profile.today());
    }

    public String getHere() {
        return view.address(profile.today());
    }

    public String getEarlier() {
        return view.on(next(-1)).address(profile.today());
    }

    public String getLater() {
        return view.on(next(1)).address(profile.today());
    }

    public String getBackToday() {
        return view.on(profile.today()).address(profile.today());
    }

    /** The next day the clinic is open, the next weekday when it is closed for weeks. */
    private LocalDate next(int step) {
        return Stream.iterate(view.day().plusDays(step), day -> day.plusDays(step))
                .limit(14)
                .filter(day -> profile.calendar().isOpen(day))
                .findFirst()
                .orElseGet(() -> Stream.iterate(view.day().plusDays(step), day -> day.plusDays(step))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .findFirst()
                        .orElseThrow());
    }
}
