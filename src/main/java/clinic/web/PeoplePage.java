package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.house.RosterChange;
import clinic.house.RosterDesk;
import clinic.house.ShiftTimes;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who works when, and which rooms there are, {@code staff/house-people.xhtml}. */
@Named
@RequestScoped
public class PeoplePage {
    private static final String HERE = "/staff/house-people?saved=";

    @Inject
    private RosterDesk desk;

    @Inject
    private Strands strands;

    @Inject
    private HoursPage hours;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Optional<RosterDesk.Roster> roster = Optional.empty();
    private Map<String, String> shifts = new HashMap<>();
    private String name = "";
    private String kind = ResourceKind.ROOM.name();
    private List<String> purposes = new ArrayList<>(List.of(Purpose.CONSULT.name()));

    public void open() {
        caller.actor().must(Task.ROSTER);
        getWho().ifPresent(who -> shifts = ShiftForm.of(roster().of(who.id(), getWeekday())));
    }

    /** Asked for while a form is being read, too. */
    private RosterDesk.Roster roster() {
        roster = roster.or(() -> Optional.of(desk.roster(caller.actor())));
        return roster.orElseThrow();
    }

    /** Nothing is changed by looking. */
    public void askAboutRetiring() {
        getRetiring()
                .ifPresent(resource -> strands.show(
                        "Retire|" + resource.id(),
                        desk.preview(caller.actor(), new RosterChange.Retirement(resource.id()))));
    }

    public void previewShifts() {
        work(false);
    }

    public void saveShifts() {
        work(true);
    }

    private void work(boolean save) {
        ShiftForm form = new ShiftForm(shifts);
        refusals.asked(() -> TypedTimes.named(form::field, () -> {
            RosterChange change =
                    new RosterChange.WorkingTime(getWho().map(Resource::id).orElse(0L), getWeekday(), form.read());
            String typed = "Shifts|" + change;
            if (!save) {
                strands.show(typed, desk.preview(caller.actor(), change));
            } else if (strands.wasShown(typed, () -> desk.preview(caller.actor(), change))) {
                Steps.staff(HERE + desk.save(caller.actor(), change).size());
            }
        }));
    }

    public void retire() {
        getRetiring().ifPresent(resource -> save(new RosterChange.Retirement(resource.id())));
    }

    public void comeBack() {
        find("back").ifPresent(resource -> save(new RosterChange.Return(resource.id())));
    }

    private void save(RosterChange change) {
        refusals.asked(
                () -> Steps.staff(HERE + desk.save(caller.actor(), change).size()));
    }

    public void add() {
        refusals.asked(() -> TypedTimes.named(field -> field.equals("name") ? "resourceName" : field, () -> {
            List<Purpose> all = List.of(Purpose.values()).stream()
                    .filter(purpose -> purposes.contains(purpose.name()))
                    .toList();
            boolean nurse = kind.equals(ResourceKind.NURSE.name());
            if (all.isEmpty() && !nurse) {
                throw new BookingRefused(List.of(Refusal.of(Reason.REQUIRED, "resourceFor")), List.of());
            }
            desk.add(caller.actor(), nurse ? Resource.nurse(name.strip()) : serving(all));
            Steps.staff(HERE + 0);
        }));
    }

    private Resource serving(List<Purpose> all) {
        Purpose[] others = all.subList(1, all.size()).toArray(Purpose[]::new);
        return kind.equals(ResourceKind.CLINICIAN.name())
                ? Resource.clinician(name.strip(), all.get(0), others)
                : Resource.room(name.strip(), all.get(0), others);
    }

    private Optional<Resource> find(String parameter) {
        return roster().resources().stream()
                .filter(each -> Long.toString(each.id()).equals(request.getParameter(parameter)))
                .findFirst();
    }

    /** Whose working day is being changed. */
    public Optional<Resource> getWho() {
        return find("who").filter(each -> each.kind().isPerson());
    }

    public DayOfWeek getWeekday() {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().equals(request.getParameter("weekday")))
                .findFirst()
                .orElse(DayOfWeek.MONDAY);
    }

    public Optional<Resource> getRetiring() {
        return find("retire");
    }

    public List<Resource> getClinicians() {
        return roster().resources().stream()
                .filter(each -> each.kind().isPerson() && each.isThere())
                .toList();
    }

    /** Rooms, and everybody who left. */
    public List<Resource> getOthers() {
        return roster().resources().stream()
                .filter(each -> each.kind() == ResourceKind.ROOM || !each.isThere())
                .toList();
    }

    public String uses(Resource resource) {
        return resource.purposes().stream()
                .sorted()
                .map(purpose -> words.say("people.for." + purpose))
                .collect(Collectors.joining(", "));
    }

    public String work(Resource clinician, DayOfWeek day) {
        List<ShiftTimes> times = roster().of(clinician.id(), day);
        return times.isEmpty()
                ? words.say("people.off")
                : times.stream().map(this::said).collect(Collectors.joining("; "));
    }

    private String said(ShiftTimes times) {
        String breaks = times.breaks().stream().map(this::said).collect(Collectors.joining(", "));
        return breaks.isEmpty() ? said(times.span()) : words.say("people.shift", said(times.span()), breaks);
    }

    private String said(QuarterHours span) {
        return words.say("staff.hours", words.time(span.startsAt()), words.time(span.endsAt()));
    }

    public String name(DayOfWeek day) {
        return hours.name(day);
    }

    public List<DayOfWeek> getWeek() {
        return hours.getWeek();
    }

    /** By the name of the field. */
    public Map<String, String> getShifts() {
        return shifts;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Typed.text(name);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = Typed.text(kind);
    }

    public List<String> getPurposes() {
        return purposes;
    }

    public void setPurposes(List<String> purposes) {
        this.purposes = purposes == null ? List.of() : purposes;
    }
}
