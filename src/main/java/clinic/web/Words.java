package clinic.web;

import clinic.calendar.Slot;
import clinic.patient.Language;
import clinic.patient.PhoneNumber;
import clinic.platform.ClockTime;
import clinic.platform.StopsOnce;
import clinic.platform.TextTemplate;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.staff.StaffTexts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of the pages in the reader's language, and days and hours as she says them. */
@Named("t")
@RequestScoped
public class Words {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    private HttpServletRequest request;

    /** The pages of patients, then those of staff; no key stands in two. */
    private static final List<String> BUNDLES =
            List.of("texts", "staff", "account", "calendar", "house", "protocols", "plan", "nursing", "calls");

    private Language language;
    private List<ResourceBundle> bundles;

    @PostConstruct
    void choose() {
        language = LanguageChoice.of(request);
        bundles = BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle("clinic.web." + name, language.locale(), EXACT))
                .toList();
    }

    public Language language() {
        return language;
    }

    public Locale getLocale() {
        return language.locale();
    }

    public String getLang() {
        return language.code();
    }

    public String getOtherLang() {
        return (language == Language.ENGLISH ? Language.SPANISH : Language.ENGLISH).code();
    }

    /** The text of a key, with {@code {0}}, {@code {1}} ... filled in. */
    public String say(String key, Object... facts) {
        return StopsOnce.in(TextTemplate.fill(text(key), name -> at(name, facts)));
    }

    private static Optional<String> at(String index, Object[] facts) {
        return Optional.of(index)
                .filter(digits -> digits.length() == 1 && Character.isDigit(digits.charAt(0)))
                .map(Integer::valueOf)
                .filter(place -> place < facts.length)
                .map(place -> String.valueOf(facts[place]));
    }

    /** The same for a number of things: {@code key.one} or {@code key.many}. */
    public String count(String key, int number) {
        return say(key + (number == 1 ? ".one" : ".many"), number);
    }

    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    private String text(String key) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow(() -> new MissingResourceException("no text", "clinic.web", key))
                .getString(key);
    }

    /** Why something was not to be had, in the words of its code; the code, where it has none. */
    String reason(String code) {
        ResourceBundle titles = ResourceBundle.getBundle("clinic.api.problems", getLocale(), EXACT);
        return titles.containsKey(code + ".title") ? titles.getString(code + ".title") : code;
    }

    public String role(Role role) {
        return StaffTexts.role(role, getLocale());
    }

    /** Whose task it is not, and whose it is; null where no refusal is known. */
    public String refused(NotAllowed refused) {
        return StaffTexts.refused(Optional.ofNullable(refused), getLocale());
    }

    public String day(LocalDate day) {
        return format("format.day", day);
    }

    public String shortDay(LocalDate day) {
        return format("format.day.short", day);
    }

    public String fullDay(LocalDate day) {
        return format("format.day.full", day);
    }

    /** A date in figures, as on a form. */
    public String shortDate(LocalDate day) {
        return format("format.date", day);
    }

    /** A stored number as people write it: one of the house's own country without its code. */
    public String phone(String stored) {
        return PhoneNumber.shown(stored);
    }

    public String weekday(LocalDate day) {
        return format("format.weekday", day);
    }

    public String month(LocalDate day) {
        return format("format.month", day);
    }

    /** The month of a week, or the two it lies in. */
    public String months(LocalDate first, LocalDate last) {
        return month(first).equals(month(last)) ? month(first) : month(first) + " – " + month(last);
    }

    /** Never broken over two lines. */
    public String time(LocalTime time) {
        return ClockTime.text(time, getLocale()).replace(' ', '\u00a0');
    }

    /** A time on a sheet that has its hours on the edge. */
    public String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern(text("format.clock"), getLocale()).format(time);
    }

    /** Day and start, as in "Tue, Nov 24, 9:30 AM". */
    public String when(Slot slot) {
        return when(slot.startsAt());
    }

    public String when(LocalDateTime start) {
        return say("format.when", shortDay(start.toLocalDate()), time(start.toLocalTime()));
    }

    /** A moment by which something was promised. */
    public String moment(ZonedDateTime moment) {
        return say("format.moment", day(moment.toLocalDate()), time(moment.toLocalTime()));
    }

    String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, getLocale());
    }

    private String format(String key, LocalDate day) {
        return DateTimeFormatter.ofPattern(text(key), getLocale()).format(day);
    }
}
