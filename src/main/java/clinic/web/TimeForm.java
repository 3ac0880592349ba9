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
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    @Inject
    private Words words;

    private Purpose purpose = Purpose.CONSULT;
    private Optional<Slot> hers = Optional.empty();
    private Supplier<List<Slot>> free = List::of;
    private List<Slot> shown = List.of();
    private String shownFor;
    private Optional<Strip> strip = Optional.empty();
    private String stripOf;
    private String kind = "";
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

    /** The kind of visit the form says, where it can be chosen. */
    void kind(String chosen) {
        kind = chosen;
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

    /**
     * The time of the button pressed, else as typed.
     *
     * @throws NotAsShown if the fields say another day, time, kind or room than the button was shown for
     */
    LocalDateTime start() {
        String pressed = Stream.of("pick", "take")
                .map(name -> Typed.text(request.getParameter(name)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (pressed.isEmpty()) {
            return Starts.read(day + "T" + at);
        }
        TimeShown shown = TimeShown.read(pressed);
        if (!shown.isSaidBy(day, at, kind, room)) {
            throw new NotAsShown(
                    shown.start().toLocalDate().toString().equals(day) ? "" : "day",
                    words.say("time.changed", said(shown.start(), shown.kind(), shown.room()), said()));
        }
        return shown.start();
    }

    private String said() {
        return Starts.find(day + "T" + at).map(start -> said(start, kind, room)).orElse("–");
    }

    private String said(LocalDateTime start, String ofKind, String inRoom) {
        return Stream.of(
                        words.when(start),
                        words.has("staff.kind." + ofKind) ? words.say("staff.kind." + ofKind) : "",
                        getRooms().stream()
                                .filter(one -> Long.toString(one.id()).equals(inRoom))
                                .map(Resource::name)
                                .findFirst()
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What the button of the form carries; nothing while the fields name no time. */
    public String getTake() {
        return Starts.find(day + "T" + at)
                .map(start -> start + TimeShown.context(kind, room, TimeShown.Place.ITSELF))
                .orElse("");
    }

    /** The time the button of the form says; nothing while the fields name none. */
    public String getTaking() {
        return Starts.find(day + "T" + at).map(words::when).orElse("");
    }

    public String written(Slot slot) {
        return TimeShown.written(slot, TimeShown.context(kind, room, TimeShown.Place.LIST));
    }

    /** What the times nearby are for, which stand above the form. */
    public String getNearby() {
        return TimeShown.context(kind, room, TimeShown.Place.NEARBY);
    }

    OptionalLong resource() {
        return room.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Ids.read(room));
    }

    Optional<String> override() {
        return Optional.of(overrideReason).filter(reason -> !reason.isBlank());
    }

    /** What asks a desk for the free times of the day and room in the form, as a help; the desk decides. */
    void offer(BiFunction<LocalDate, OptionalLong, List<Slot>> asking) {
        free = () -> TodayView.read(day)
                .map(date -> asking.apply(date, room.matches("[0-9]{1,18}") ? resource() : OptionalLong.empty()))
                .orElse(List.of());
    }

    /** Asked once for what the form says: it is looked at before the form is read, and after. */
    public List<Slot> getFree() {
        if (!getNearby().concat(day).equals(shownFor)) {
            shownFor = getNearby() + day;
            shown = free.get();
        }
        return shown;
    }

    public List<Resource> getRooms() {
        return resources.serving(ResourceKind.ROOM, purpose);
    }

    /** How full those rooms are on the day in the form, and where the visit that moves is now. */
    public Optional<Strip> getStrip() {
        if (!day.equals(stripOf)) {
            stripOf = day;
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
