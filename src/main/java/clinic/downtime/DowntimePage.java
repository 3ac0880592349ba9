package clinic.downtime;

import clinic.booking.BookingTexts;
import clinic.calendar.Clinic;
import clinic.platform.Layouts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A day's sheet as one HTML file that needs nothing beside it: no style sheet, no script, no server. */
final class DowntimePage {
    private static final Locale LANGUAGE = Locale.US;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(LANGUAGE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(LANGUAGE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, h:mm a", LANGUAGE);

    private final Layouts layouts = new Layouts("clinic/downtime");

    String html(Clinic clinic, LocalDate day, List<DowntimeLine> lines, ZonedDateTime written) {
        return layouts.fill(
                "sheet.ftlh",
                Map.of(
                        "clinic",
                        clinic.name(),
                        "phone",
                        clinic.phone(),
                        "day",
                        day.format(DAY),
                        "written",
                        written.format(MOMENT),
                        "lines",
                        lines.stream().map(DowntimePage::cells).toList()));
    }

    private static Map<String, String> cells(DowntimeLine line) {
        return Map.of(
                "time",
                time(line.span().startsAt()) + " – " + time(line.span().endsAt()),
                "patient",
                line.patient(),
                "comes",
                line.comes().orElse(""),
                "phone",
                line.phone(),
                "kind",
                BookingTexts.word(line.kind(), LANGUAGE)
                        + line.visit().map(no -> ", visit " + no).orElse(""),
                "room",
                line.room(),
                "clinician",
                line.clinician(),
                "nurse",
                line.nurse().orElse(""),
                "status",
                BookingTexts.word(line.status(), LANGUAGE));
    }

    private static String time(LocalTime time) {
        return time.format(TIME);
    }
}
