package clinic.web;

import clinic.booking.ConsultationDesk;
import clinic.booking.DayTimes;
import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The week strip and the times of one day, wherever a time is chosen. The day in view is the address's, else that of the
 * appointment to move, else that of the time held, else the next free.
 */
@Named("times")
@RequestScoped
public class TimeChoice {
    private static final int WEEK = 7;

    @Inject
    private ConsultationDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private HeldTime held;

    @Inject
    private VisitPage visit;

    @Inject
    private HttpServletRequest request;

    private Optional<Slot> next;
    private LocalDate monday;
    private List<DayTimes> week;
    private boolean earlier;
    private boolean later;
    private Optional<DayTimes> selected;

    @PostConstruct
    void look() {
        Optional<LocalDate> asked = Stream.of("day", "start")
                .flatMap(name -> Stream.ofNullable(request.getParameter(name)))
                .flatMap(TimeChoice::read)
                .map(this::within)
                .findFirst();
        Optional<LocalDate> moving =
                Optional.ofNullable(visit.getVisit()).map(each -> each.slot().day());
        LocalDate inView = asked.or(() -> moving)
                .or(() -> held.slot().map(Slot::day))
                .or(() -> desk.next(1, held.token()).stream().findFirst().map(Slot::day))
                .orElse(profile.today());
        monday = inView.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<DayTimes> twoWeeks = moving.isPresent()
                ? desk.daysToMove(visit.getToken(), monday, 2 * WEEK)
                : desk.days(monday, 2 * WEEK, held.token());
        week = twoWeeks.subList(0, WEEK).stream().filter(TimeChoice::isShown).toList();
        earlier = monday.isAfter(profile.today());
        later = twoWeeks.subList(WEEK, 2 * WEEK).stream().anyMatch(day -> day.state() != DayTimes.State.BEYOND_HORIZON);
        selected = week.stream()
                .filter(day -> asked.or(() -> moving).filter(day.day()::equals).isPresent())
                .filter(day -> asked.isPresent() || isFree(day))
                .findFirst()
                .or(() -> week.stream()
                        .filter(day -> held.slot()
                                .filter(slot -> slot.day().equals(day.day()))
                                .isPresent())
                        .findFirst())
                .or(() -> week.stream().filter(TimeChoice::isFree).findFirst());
        LocalDate after = selected.map(DayTimes::day).orElse(monday.plusDays(WEEK - 1L));
        next = moving.isPresent() ? desk.nextToMove(visit.getToken(), after) : desk.nextAfter(after, held.token());
    }

    /** The day of {@code 2026-11-24}, or of a start on it: a time refused leaves her on its day. */
    private static Stream<LocalDate> read(String dayOrStart) {
        try {
            return Stream.of(LocalDate.parse(dayOrStart.replaceFirst("T.*", "")))
                    .filter(PageParameters::isPlausible);
        } catch (DateTimeParseException notADay) {
            return Stream.empty();
        }
    }

    /** Nothing is offered before today, nor years ahead. */
    private LocalDate within(LocalDate day) {
        LocalDate today = profile.today();
        LocalDate last = today.plusYears(1);
        return day.isBefore(today) ? today : day.isAfter(last) ? last : day;
    }

    /** Weekends are shown when the clinic is open on them. */
    private static boolean isShown(DayTimes day) {
        return day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 || isFree(day);
    }

    public static boolean isFree(DayTimes day) {
        return day.state() == DayTimes.State.FREE;
    }

    public List<DayTimes> getWeek() {
        return week;
    }

    /** The last day of the week in view. */
    public LocalDate getFriday() {
        return week.get(week.size() - 1).day();
    }

    public LocalDate getMonday() {
        return monday;
    }

    public LocalDate getEarlier() {
        return earlier ? monday.minusWeeks(1) : null;
    }

    public LocalDate getLater() {
        return later ? monday.plusWeeks(1) : null;
    }

    public boolean isSelected(DayTimes day) {
        return selected.filter(day::equals).isPresent();
    }

    public LocalDate getDay() {
        return selected.map(DayTimes::day).orElse(null);
    }

    public List<Slot> getMorning() {
        return slots().filter(slot -> slot.span().startsAt().isBefore(LocalTime.NOON))
                .toList();
    }

    public List<Slot> getAfternoon() {
        return slots().filter(slot -> !slot.span().startsAt().isBefore(LocalTime.NOON))
                .toList();
    }

    private Stream<Slot> slots() {
        return selected.stream().flatMap(day -> day.slots().stream());
    }

    public boolean isHeld(Slot slot) {
        return held.slot().filter(slot::equals).isPresent();
    }

    /** The next free time after the day in view, or after a week without any; null when there is none. */
    public Slot getNext() {
        return next.orElse(null);
    }
}
