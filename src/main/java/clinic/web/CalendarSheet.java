package clinic.web;

import clinic.booking.DayTimes;
import clinic.booking.FreeTimes;
import clinic.booking.StaffVisit;
import clinic.booking.VisitCounts;
import clinic.booking.VisitDesk;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.Closure;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.capacity.Stretch;
import clinic.house.ClosureDesk;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the calendar shows of the days in view, read once for the page and for its script alike: one range of each. */
@RequestScoped
public class CalendarSheet {
    private static final int MOST_IN_A_CELL = 12;
    private static final QuarterHours USUAL = new QuarterHours(8 * 4, 19 * 4);
    private static final Comparator<StaffVisit> BY_TIME =
            Comparator.comparing(StaffVisit::slot).thenComparingLong(StaffVisit::id);

    /** Where nobody can be booked: one resource, or the house. */
    record Shade(LocalDate day, OptionalLong resource, Stretch stretch, String word) {}

    @Inject
    private VisitDesk desk;

    @Inject
    private VisitCounts visitCounts;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Ledger ledger;

    @Inject
    private ClosureDesk closureDesk;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private CalendarWords words;

    @Inject
    private HttpServletRequest request;

    private CalendarView view;
    private List<StaffVisit> visits;
    private List<VisitCounts.Count> counts;
    private Loads loads;
    private List<Closure> closures;

    CalendarView view() {
        if (view == null) {
            view = CalendarView.of(request, profile.today());
        }
        return view;
    }

    /** Of each day of a month the first ones only: more than a cell has room for, and {@link #countOn} says how many there are. */
    List<StaffVisit> visits() {
        if (visits == null) {
            visits = view().span() == CalendarView.Span.MONTH
                    ? desk.firstOfEachDay(caller.actor(), view().from(), view().to(), view().filter(), MOST_IN_A_CELL)
                    : desk.on(caller.actor(), view().from(), view().to()).stream()
                            .filter(view().filter()::shows)
                            .sorted(BY_TIME)
                            .toList();
        }
        return visits;
    }

    /** How many visits each day shows; a month is counted by the database, for its list names nobody. */
    List<VisitCounts.Count> counts() {
        if (counts == null) {
            counts = view().span() == CalendarView.Span.MONTH
                    ? visitCounts.between(caller.actor(), view().from(), view().to(), view().filter())
                    : visits().stream()
                            .map(visit -> new VisitCounts.Count(visit.slot().day(), visit.status(), 1))
                            .toList();
        }
        return counts;
    }

    int countOn(LocalDate day) {
        return counts().stream()
                .filter(count -> count.day().equals(day))
                .mapToInt(VisitCounts.Count::visits)
                .sum();
    }

    List<StaffVisit> visitsOn(LocalDate day) {
        return visits().stream().filter(visit -> visit.slot().day().equals(day)).toList();
    }

    private Loads loads() {
        if (loads == null) {
            loads = ledger.read(view().from(), view().to(), Ledger.NO_HOLD);
        }
        return loads;
    }

    private List<Closure> closures() {
        if (closures == null) {
            closures = closureDesk.closures(caller.actor());
        }
        return closures;
    }

    List<Resource> all() {
        return resources.all();
    }

    /** Those a day has a column for: rooms or clinicians that anybody can be booked with or is, or the one asked for. */
    List<Resource> columns() {
        ResourceKind kind = view().clinicians() ? ResourceKind.CLINICIAN : ResourceKind.ROOM;
        Optional<Long> only = view().resource();
        return all().stream()
                .filter(each -> only.map(wanted -> wanted == each.id()).orElse(each.kind() == kind))
                .filter(each -> only.isPresent() || each.serves(Purpose.CONSULT) || isVisited(each))
                .toList();
    }

    private boolean isVisited(Resource resource) {
        return visits().stream()
                .anyMatch(visit ->
                        visit.room().id() == resource.id() || visit.clinician().id() == resource.id());
    }

    List<LocalDate> days() {
        return view().from().datesUntil(view().to().plusDays(1)).toList();
    }

    /** Weekend days of a week that nobody opens. */
    List<DayOfWeek> hidden() {
        return Stream.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .filter(weekday -> view().span() == CalendarView.Span.WEEK
                        && days().stream()
                                .filter(day -> day.getDayOfWeek() == weekday)
                                .allMatch(day -> !profile.calendar().isOpen(day)
                                        && visitsOn(day).isEmpty()))
                .toList();
    }

    /** The times of a free consultation on each day. */
    List<DayTimes> times() {
        int days = (int) ChronoUnit.DAYS.between(view().from(), view().to()) + 1;
        return freeTimes.days(VisitKind.CONSULTATION, view().from(), days, Ledger.NO_HOLD);
    }

    /** The hours it shows, full ones: those of the clinic, and of whoever comes outside of them. */
    QuarterHours window() {
        int start = visits().stream()
                .mapToInt(visit -> visit.slot().span().start())
                .reduce(opening().start(), Math::min);
        int end = visits().stream()
                .mapToInt(visit -> visit.slot().span().end())
                .reduce(opening().end(), Math::max);
        return new QuarterHours(start / 4 * 4, (end + 3) / 4 * 4);
    }

    private QuarterHours opening() {
        return days().stream()
                .flatMap(day -> profile.calendar().hours(day).stream())
                .reduce((one, other) ->
                        new QuarterHours(Math.min(one.start(), other.start()), Math.max(one.end(), other.end())))
                .orElse(USUAL);
    }

    /** Quarter-hours of a day in which a resource is free. */
    int free(Resource resource) {
        return Stretch.free(opening(), List.of(List.of(loads().of(view().date(), resource.id()))));
    }

    /** A day by its columns; a longer view by the house: some room, and somebody who consults. */
    List<Shade> shades() {
        return switch (view().span()) {
            case DAY ->
                columns().stream()
                        .flatMap(each -> shades(
                                view().date(),
                                OptionalLong.of(each.id()),
                                List.of(List.of(loads().of(view().date(), each.id())))))
                        .toList();
            case WEEK ->
                days().stream()
                        .flatMap(day -> shades(
                                day,
                                OptionalLong.empty(),
                                Stream.of(ResourceKind.ROOM, ResourceKind.CLINICIAN)
                                        .map(kind -> resources.serving(kind, Purpose.CONSULT).stream()
                                                .map(each -> loads().of(day, each.id()))
                                                .toList())
                                        .toList()))
                        .toList();
            case MONTH -> List.of();
        };
    }

    private Stream<Shade> shades(LocalDate day, OptionalLong resource, List<List<clinic.capacity.Load>> needs) {
        QuarterHours window = window();
        return Stretch.of(window, needs).stream()
                .filter(stretch -> stretch.state() != Stretch.State.FREE)
                .map(stretch ->
                        new Shade(day, resource, stretch, words.why(day, resource, stretch, window, closures())));
    }
}
