package clinic.web;

import clinic.booking.BookingTexts;
import clinic.booking.Missing;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffMove;
import clinic.booking.StaffVisit;
import clinic.booking.UnknownVisit;
import clinic.booking.Verdict;
import clinic.booking.VisitDesk;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Resource;
import clinic.notification.MessageDesk;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Moving a visit of the calendar, {@code staff/calendar/move.xhtml}: what speaks against a time is said before it is taken. */
@Named
@RequestScoped
public class CalendarMovePage {
    @Inject
    private VisitDesk visits;

    @Inject
    private StaffBookingDesk desk;

    @Inject
    private CalendarSheet sheet;

    @Inject
    private MessageDesk messages;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private StaffVisit visit;
    private Optional<Verdict> verdict;
    private boolean typedCounts;

    /** Before anything of the page is asked for: an appointment nobody knows has no page. */
    public void open() {
        try {
            getVisit();
        } catch (UnknownVisit unknown) {
            Steps.notFound();
        }
    }

    public StaffVisit getVisit() {
        if (visit == null) {
            visit = visits.visit(caller.actor(), Ids.orNone(request.getParameter("visit")));
        }
        return visit;
    }

    private Optional<String> asked(String name) {
        return Optional.of(Typed.text(request.getParameter(name))).filter(text -> !text.isEmpty());
    }

    /** The start proposed: a moment of its own, or a day and a time of the form. */
    private LocalDateTime start() {
        return asked("start")
                .filter(shown -> !typedCounts)
                .flatMap(CalendarMovePage::moment)
                .or(this::typed)
                .orElseGet(() -> getVisit().slot().startsAt());
    }

    /** What the fields say. */
    private Optional<LocalDateTime> typed() {
        return asked("day").flatMap(day -> asked("time").flatMap(time -> moment(day + "T" + time)));
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private OptionalLong to() {
        return asked(typedCounts ? "where" : "to").filter(Ids::isNumber).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private boolean isElsewhere() {
        return !start().equals(getVisit().slot().startsAt())
                || to().isPresent()
                        && to().getAsLong() != getVisit().room().id()
                        && to().getAsLong() != getVisit().clinician().id();
    }

    /** What the house says to the proposal; nothing while there is none. */
    private Optional<Verdict> verdict() {
        if (verdict == null) {
            verdict = Optional.of(proposal(Optional.empty()))
                    .filter(move -> isElsewhere())
                    .map(move -> desk.check(caller.actor(), getVisit().id(), move));
        }
        return verdict;
    }

    private StaffMove proposal(Optional<String> why) {
        OptionalInt version = asked("version").filter(text -> text.matches("[0-9]{1,9}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
        return new StaffMove(start(), to(), why, version);
    }

    /** Looks at what the fields say, where no script does it; or moves it, or says on the same page why not. */
    public void move() {
        if (asked("check").isPresent()) {
            typedCounts = true;
            Steps.staff(CalendarView.PATH + "/move?"
                    + sheet.view().query("visit=" + getVisit().id(), "start=" + start(), "to=" + getTo()));
            return;
        }
        StaffVisit before = getVisit();
        refusals.asked(() -> {
            refuseOtherThanShown();
            StaffVisit after = desk.move(caller.actor(), before.id(), proposal(asked("reason")));
            Resource was = before.room().id() == after.room().id() ? before.clinician() : before.room();
            Steps.staff(sheet.view()
                    .on(after.slot().day())
                    .address("moved=" + after.id(), "from=" + before.slot().startsAt(), "was=" + was.id()));
        });
    }

    /**
     * The button moves to what it says.
     *
     * @throws NotAsShown if the fields beside it say something else by now
     */
    private void refuseOtherThanShown() {
        boolean sameTime = typed().filter(typed -> !typed.equals(start())).isEmpty();
        boolean samePlace =
                request.getParameter("where") == null || asked("where").equals(asked("to"));
        if (!sameTime || !samePlace) {
            String shown = said();
            typedCounts = true;
            throw new NotAsShown(sameTime ? "" : "day", words.say("time.changed", shown, said()));
        }
    }

    private String said() {
        return Stream.concat(
                        Stream.of(getWhen()),
                        getPlaces().stream()
                                .filter(each -> Long.toString(each.id()).equals(getTo()))
                                .map(Resource::name))
                .collect(Collectors.joining(", "));
    }

    /** Whether the fields said something else than the button that was pressed. */
    public boolean isChanged() {
        return typedCounts;
    }

    /** The form the fields belong to: the one whose button moves, so that it is sent what they say. */
    public String getForm() {
        return isFitting() ? "fits" : isOverridable() ? "override" : "where-to";
    }

    /** Takes the move back that was just made: there and with whom it was. */
    public void undo() {
        refusals.asked(() -> {
            StaffVisit after =
                    desk.move(caller.actor(), Ids.read(request.getParameter("visit")), proposal(Optional.empty()));
            Steps.staff(sheet.view().on(after.slot().day()).address("undone=" + after.id()));
        });
    }

    public boolean isProposed() {
        return verdict().isPresent();
    }

    public boolean isFitting() {
        return verdict().filter(Verdict::isAllowed).isPresent();
    }

    /** Whether what speaks against it can be set aside, by this actor and with a reason. */
    public boolean isOverridable() {
        return verdict().filter(Verdict::isOverridable).isPresent()
                && caller.actor().may(Task.OVERRIDE);
    }

    /** Everything that speaks against it, each rule in a sentence. */
    public List<String> getReasons() {
        return verdict().stream()
                .flatMap(said -> said.refusals().stream())
                .map(refusal -> BookingTexts.text(refusal, words.getLocale()))
                .toList();
    }

    public List<Slot> getAlternatives() {
        return verdict().stream()
                .flatMap(said -> said.alternatives().stream())
                .filter(slot -> !slot.equals(getVisit().slot()))
                .toList();
    }

    public String alternative(Slot slot) {
        return CalendarView.PATH + "/move?"
                + sheet.view().query("visit=" + getVisit().id(), "start=" + slot.startsAt());
    }

    public String getWhen() {
        return words.when(start());
    }

    public String getStart() {
        return start().toString();
    }

    public LocalDate getDay() {
        return start().toLocalDate();
    }

    public LocalTime getTime() {
        return start().toLocalTime();
    }

    /** The quarter-hours of the day in view. */
    public List<LocalTime> getTimes() {
        QuarterHours window = sheet.window();
        return IntStream.range(window.start(), window.end())
                .mapToObj(quarter -> LocalTime.of(quarter / 4, quarter % 4 * QuarterHours.MINUTES))
                .toList();
    }

    public String getTo() {
        return to().isPresent() ? Long.toString(to().getAsLong()) : "";
    }

    /** Rooms and clinicians it may move to. */
    public List<Resource> getPlaces() {
        return sheet.all().stream()
                .filter(each -> each.serves(getVisit().purpose()))
                .toList();
    }

    /** The calendar it was opened from. */
    public String getBack() {
        return sheet.view().address();
    }

    /** For the switch of languages: what stands in the address already. */
    public String getQuery() {
        return sheet.view().query("visit=" + getVisit().id(), "start=" + start());
    }

    public CalendarView getView() {
        return sheet.view();
    }

    /** The visit the address says was just moved, or moved back. */
    public Optional<StaffVisit> getMoved() {
        return said("moved");
    }

    /** Whether she is written to about the move, or has to be called about it; nothing when it is no news to her. */
    public String getTold() {
        StaffVisit after = getMoved().orElseThrow();
        if (messages.tells(caller.actor(), after.id(), after.revision())) {
            return words.say("calendar.told");
        }
        return after.missing().contains(Missing.EMAIL) ? words.say("calendar.untold") : "";
    }

    public Optional<StaffVisit> getUndone() {
        return said("undone");
    }

    private Optional<StaffVisit> said(String name) {
        return asked(name).flatMap(id -> sheet.visits().stream()
                .filter(shown -> Long.toString(shown.id()).equals(id))
                .findFirst());
    }
}
