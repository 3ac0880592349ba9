package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.calendar.DayException;
import clinic.calendar.QuarterHours;
import clinic.capacity.Rollforward;
import clinic.house.RosterChange;
import clinic.house.RosterDesk;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The hours of the week, and the days on which they do not hold, {@code staff/house-hours.xhtml}. */
@Named
@RequestScoped
public class HoursPage {
    private static final Map<String, String> FIELDS = Map.of("day", "dayDate");

    @Inject
    private RosterDesk desk;

    @Inject
    private Strands strands;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private ClinicCalendar calendar;
    private String weekday = DayOfWeek.MONDAY.name();
    private String opens = "";
    private String closes = "";
    private String date = "";
    private String dayIs = "closed";
    private String dayOpens = "";
    private String dayCloses = "";
    private String note = "";

    /** A day of the year that is no ordinary one. */
    public record SpecialDay(LocalDate day, Optional<QuarterHours> hours, String name, boolean byHand) {}

    @PostConstruct
    void look() {
        calendar = profile.calendar();
        begin(find(request.getParameter("change")).orElse(DayOfWeek.MONDAY));
        date = Typed.text(request.getParameter("date"));
        dayIs = Optional.ofNullable(request.getParameter("is")).orElse(dayIs);
    }

    private void begin(DayOfWeek day) {
        weekday = day.name();
        Optional.ofNullable(calendar.week().get(day)).ifPresent(hours -> {
            opens = hours.startsAt().toString();
            closes = hours.endsAt().toString();
        });
    }

    private static Optional<DayOfWeek> find(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().equals(name))
                .findFirst();
    }

    public void open() {
        caller.actor().must(Task.ROSTER);
    }

    public void previewWeek() {
        change("Week", this::week, false);
    }

    public void saveWeek() {
        change("Week", this::week, true);
    }

    public void previewDay() {
        change("Day", this::day, false);
    }

    public void saveDay() {
        change("Day", this::day, true);
    }

    private void change(String form, Supplier<RosterChange> read, boolean save) {
        refusals.asked(() -> TypedTimes.named(name -> FIELDS.getOrDefault(name, name), () -> {
            RosterChange change = read.get();
            String typed = form.equals("Week")
                    ? String.join("|", form, weekday, opens, closes)
                    : String.join("|", form, date, dayIs, dayOpens, dayCloses);
            if (!save) {
                strands.show(typed, desk.preview(caller.actor(), change));
            } else if (strands.wasShown(typed, () -> desk.preview(caller.actor(), change))) {
                Steps.staff("/staff/house-hours?saved="
                        + desk.save(caller.actor(), change).size());
            }
        }));
    }

    private RosterChange week() {
        TypedTimes typed = new TypedTimes();
        Optional<QuarterHours> hours = typed.span("weekOpens", opens, "weekCloses", closes);
        typed.check();
        return new RosterChange.Hours(find(weekday).orElse(DayOfWeek.MONDAY), hours);
    }

    private RosterChange day() {
        TypedTimes typed = new TypedTimes();
        LocalDate day = typed.date("dayDate", date);
        Optional<QuarterHours> hours =
                dayIs.equals("open") ? typed.span("dayOpens", dayOpens, "dayCloses", dayCloses) : Optional.empty();
        typed.check();
        return switch (dayIs) {
            case "usual" -> new RosterChange.DayAsUsual(day);
            case "open" ->
                new RosterChange.DayByHand(DayException.open(day, hours.orElseThrow(HoursPage::noHours), note.strip()));
            default -> new RosterChange.DayByHand(DayException.closed(day, note.strip()));
        };
    }

    private static BookingRefused noHours() {
        return new BookingRefused(List.of(Refusal.of(Reason.REQUIRED, "dayOpens")), List.of());
    }

    public List<DayOfWeek> getWeek() {
        return List.of(DayOfWeek.values());
    }

    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, words.getLocale());
    }

    public String hours(DayOfWeek day) {
        return said(Optional.ofNullable(calendar.week().get(day)));
    }

    public String hours(SpecialDay day) {
        return said(day.hours());
    }

    private String said(Optional<QuarterHours> hours) {
        return hours.map(span -> words.say("staff.hours", words.time(span.startsAt()), words.time(span.endsAt())))
                .orElseGet(() -> words.say("hours.closed"));
    }

    /** Holidays and days by hand, as far ahead as the ledger reaches. */
    public List<SpecialDay> getSpecialDays() {
        LocalDate today = profile.today();
        return today.datesUntil(today.plusDays(Rollforward.DAYS_AHEAD))
                .filter(day -> calendar.exceptions().containsKey(day)
                        || calendar.holidays().apply(day).isPresent())
                .map(this::special)
                .toList();
    }

    private SpecialDay special(LocalDate day) {
        boolean byHand = calendar.exceptions().containsKey(day);
        String holiday = calendar.holidays()
                .apply(day)
                .map(name -> new ClinicCalendar.Day.Closed(ClinicCalendar.Why.HOLIDAY, name).name(words.getLocale()))
                .orElse("");
        String said = byHand ? calendar.exceptions().get(day).note() : "";
        return new SpecialDay(
                day,
                calendar.hours(day),
                holiday.isEmpty() || said.isEmpty() ? holiday + said : holiday + ", " + said,
                byHand);
    }

    public String getWeekday() {
        return weekday;
    }

    public void setWeekday(String weekday) {
        this.weekday = Typed.text(weekday);
    }

    public String getOpens() {
        return opens;
    }

    public void setOpens(String opens) {
        this.opens = Typed.text(opens);
    }

    public String getCloses() {
        return closes;
    }

    public void setCloses(String closes) {
        this.closes = Typed.text(closes);
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = Typed.text(date);
    }

    public String getDayIs() {
        return dayIs;
    }

    public void setDayIs(String dayIs) {
        this.dayIs = Typed.text(dayIs);
    }

    public String getDayOpens() {
        return dayOpens;
    }

    public void setDayOpens(String dayOpens) {
        this.dayOpens = Typed.text(dayOpens);
    }

    public String getDayCloses() {
        return dayCloses;
    }

    public void setDayCloses(String dayCloses) {
        this.dayCloses = Typed.text(dayCloses);
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = Typed.text(note);
    }
}
