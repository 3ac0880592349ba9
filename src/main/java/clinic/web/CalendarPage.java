package clinic.web;

import clinic.booking.DayTimes;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitCounts;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Resource;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calendar, {@code staff/calendar.xhtml}: its head, and the list that says in words what the script draws. */
@Named
@RequestScoped
public class CalendarPage {
    /** A day among others shows so many visits, far more than rooms and clinicians of one clinic take. */
    static final int MOST_OF_A_WEEKDAY = 80;

    /**
     * A day of the list.
     *
     * @param visits none of a month, which only says how many there are; the first {@link #MOST_OF_A_WEEKDAY} of a week
     */
    public record Day(LocalDate date, String closed, List<StaffVisit> visits, int many, String free) {

        /** Its first visits, up to that many. */
        Day first(int most) {
            return visits.size() <= most ? this : new Day(date, closed, visits.subList(0, most), many, free);
        }

        /** How many visits the day has beside those that are listed; nothing is listed of a month. */
        public int more() {
            return visits.isEmpty() ? 0 : Math.max(0, many - visits.size());
        }
    }

    @Inject
    private CalendarSheet sheet;

    @Inject
    private CalendarWords calendarWords;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    private CalendarView view;
    private List<Day> days;

    @PostConstruct
    void look() {
        view = sheet.view();
    }

    public List<Day> getDays() {
        if (days == null) {
            Map<LocalDate, DayTimes> times =
                    sheet.times().stream().collect(Collectors.toMap(DayTimes::day, Function.identity()));
            Map<LocalDate, Integer> many = sheet.counts().stream()
                    .collect(Collectors.toMap(VisitCounts.Count::day, VisitCounts.Count::visits, Integer::sum));
            days = sheet.days().stream()
                    .map(day -> new Day(
                            day,
                            calendarWords.closed(day),
                            isMonth() ? List.of() : sheet.visitsOn(day),
                            many.getOrDefault(day, 0),
                            calendarWords.free(times.get(day))))
                    .map(day -> view.span() == CalendarView.Span.WEEK ? day.first(MOST_OF_A_WEEKDAY) : day)
                    .filter(day -> view.span() == CalendarView.Span.DAY
                            || profile.calendar().isOpen(day.date())
                            || day.many() > 0)
                    .toList();
        }
        return days;
    }

    public String getHeading() {
        return switch (view.span()) {
            case DAY -> words.day(view.date());
            case WEEK -> words.say("calendar.week.of", words.shortDay(view.from()), words.shortDay(view.to()));
            case MONTH -> words.month(view.date());
        };
    }

    public String getSummary() {
        int visits = sheet.counts().stream()
                .filter(count -> count.status() != Status.CANCELLED)
                .mapToInt(VisitCounts.Count::visits)
                .sum();
        return words.count("calendar.visits", visits);
    }

    public boolean isMonth() {
        return view.span() == CalendarView.Span.MONTH;
    }

    public boolean isDay() {
        return view.span() == CalendarView.Span.DAY;
    }

    public String getSpan() {
        return view.span().word();
    }

    public LocalDate getDate() {
        return view.date();
    }

    public LocalDate getToday() {
        return profile.today();
    }

    public boolean isHere() {
        return !profile.today().isBefore(view.from()) && !profile.today().isAfter(view.to());
    }

    public CalendarView getView() {
        return view;
    }

    /** Whether it is a list: what the address says, or however it fits the window. */
    public String getList() {
        return view.list().map(String::valueOf).orElse("auto");
    }

    public String as(String span) {
        return view.as(CalendarView.Span.valueOf(span)).address();
    }

    public String on(LocalDate day) {
        return view.as(CalendarView.Span.DAY).on(day).address();
    }

    public String getEarlier() {
        return view.moved(-1).address();
    }

    public String getLater() {
        return view.moved(1).address();
    }

    public String getBackToday() {
        return view.on(profile.today()).address();
    }

    public String getRooms() {
        return view.byClinician(false).address();
    }

    public String getClinicians() {
        return view.byClinician(true).address();
    }

    public String getAsList() {
        return view.asList(true).address();
    }

    public String getAsGrid() {
        return view.asList(false).address();
    }

    public String getEverything() {
        return view.unfiltered().address();
    }

    public String move(StaffVisit visit) {
        return CalendarView.PATH + "/move?" + view.query("visit=" + visit.id());
    }

    /** For the switch of languages: what stands in the address already. */
    public String getKeep() {
        return "&" + view.query();
    }

    public VisitKind[] getKinds() {
        return VisitKind.values();
    }

    public String nameOf(VisitKind kind) {
        return words.say("staff.kind." + kind);
    }

    public String stateOf(Status status) {
        return words.say("staff.state." + status);
    }

    public Status[] getStates() {
        return Status.values();
    }

    public List<Resource> getResources() {
        return sheet.all();
    }
}
