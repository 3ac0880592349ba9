package clinic.web;

import clinic.booking.StaffVisit;
import clinic.calendar.Slot;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The part of a form in which staff choose a time: day, time, room, and a reason where a house rule is set aside. */
@Named
@RequestScoped
public class TimeForm {
    @Inject
    private Resources resources;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Strips strips;

    private Purpose purpose = Purpose.CONSULT;
    private Optional<Slot> hers = Optional.empty();
    private Supplier<List<Slot>> free = List::of;
    private List<Slot> shown;
    private Optional<Strip> strip;
    private String day = "";
    private String at = "";
    private String room = "";
    private String overrideReason = "";

    /** What stands in the form before anybody typed: what the address asks for, else this. */
    void startFrom(LocalDateTime start) {
        if (day.isEmpty()) {
            LocalDateTime wanted = asked().orElse(start);
            day = wanted.toLocalDate().toString();
            at = wanted.toLocalTime().toString();
        }
    }

    /** It goes to rooms fitted for what it is. */
    void moving(StaffVisit visit) {
        startFrom(visit.slot().startsAt());
        purpose = visit.purpose();
        hers = Optional.of(visit.slot());
    }

    private Optional<LocalDateTime> asked() {
        String start = Typed.text(request.getParameter("start"));
        return start.isEmpty() ? Optional.empty() : Optional.of(Starts.read(start));
    }

    /** The time asked for: of the button pressed, else as typed. */
    LocalDateTime start() {
        String pressed = Typed.text(request.getParameter("pick"));
        return Starts.read(pressed.isEmpty() ? day + "T" + at : pressed);
    }

    OptionalLong resource() {
        return room.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Ids.read(room));
    }

    Optional<String> override() {
        return Optional.of(overrideReason).filter(reason -> !reason.isBlank());
    }

    /** What asks a desk for the free times of the day in the form, as a help; the desk decides. */
    void offer(Function<LocalDate, List<Slot>> asking) {
        free = () -> TodayView.read(day).map(asking).orElse(List.of());
    }

    /** Asked once, when it is first shown: by then the form is read. */
    public List<Slot> getFree() {
        if (shown == null) {
            shown = free.get();
        }
        return shown;
    }

    public List<Resource> getRooms() {
        return resources.serving(ResourceKind.ROOM, purpose);
    }

    /** How full those rooms are on the day in the form, and where the visit that moves is now. */
    public Optional<Strip> getStrip() {
        if (strip == null) {
            strip = strip();
        }
        return strip;
    }

    private Optional<Strip> strip() {
        return TodayView.read(day)
                .map(date -> strips.rooms(
                        date,
                        Set.of(purpose),
                        hers.filter(slot -> slot.day().equals(date)).map(Slot::span),
                        true))
                .filter(strip -> !strip.isClosed());
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = Typed.text(day);
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = Typed.text(at);
    }

    public String getRoom() {
        return room;
    }

    public void setRoom(String room) {
        this.room = Typed.text(room);
    }

    public String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(String overrideReason) {
        this.overrideReason = Typed.text(overrideReason);
    }
}
