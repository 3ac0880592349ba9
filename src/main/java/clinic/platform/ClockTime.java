package clinic.platform;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time of day as people say it, spelled one way on pages, in refusals and in emails: "9:30 AM", "9:30 a. m.". */
public final class ClockTime {
    private ClockTime() {}

    /** Half the day is not broken over two lines: the space inside "a. m." is none that breaks. */
    public static String text(LocalTime time, Locale locale) {
        return DateTimeFormatter.ofPattern("h:mm a", locale).format(time);
    }
}
