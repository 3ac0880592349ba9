package clinic.launcher;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a value of the first start may be; as {@link Allowed} for settings. */
final class AllowedClinic {
    private static final int QUARTER_HOUR = 15;
    private static final String CLOSED = "closed";
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{7,30}");
    private static final Pattern ROOM = Pattern.compile("(\\S{1,100})(?: +(?:consult|mood|pain))+");

    private static final Pattern NURSE = Pattern.compile("([^\\p{Cntrl}]{1,100}?)(?: +\\d\\d:\\d\\d-\\d\\d:\\d\\d)+");

    private static final Pattern NAME = Pattern.compile("([^\\p{Cntrl}]{1,100})");

    private AllowedClinic() {}

    static UnaryOperator<String> text(int longest) {
        return value -> {
            if (value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("must be one line of at most " + longest + " characters");
            }
            return value;
        };
    }

    static String phone(String value) {
        if (!PHONE.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a telephone number such as 818-217-8699");
        }
        return value;
    }

    static String zone(String value) {
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            throw new IllegalArgumentException("must be a time zone such as America/Los_Angeles");
        }
        return value;
    }

    static String hours(String value) {
        if (value.equalsIgnoreCase(CLOSED)) {
            return CLOSED;
        }
        return span(value, "must be closed, or a span on quarter-hours such as 08:00-19:00");
    }

    private static String span(String value, String rule) {
        try {
            List<LocalTime> ends =
                    Arrays.stream(value.split("-", -1)).map(LocalTime::parse).toList();
            boolean span = ends.size() == 2
                    && (ends.get(0).isBefore(ends.get(1)) || ends.get(1).equals(LocalTime.MIDNIGHT));
            if (!span || ends.stream().anyMatch(end -> end.toSecondOfDay() % (QUARTER_HOUR * 60) != 0)) {
                throw new IllegalArgumentException(rule);
            }
            return value;
        } catch (DateTimeException nonsense) {
            throw new IllegalArgumentException(rule, nonsense);
        }
    }

    static UnaryOperator<String> quarterHours(int most) {
        String rule = "must be minutes in whole quarter-hours from " + QUARTER_HOUR + " to " + most;
        return value -> {
            try {
                int minutes = Integer.parseInt(value);
                if (minutes < QUARTER_HOUR || minutes > most || minutes % QUARTER_HOUR != 0) {
                    throw new IllegalArgumentException(rule);
                }
                return Integer.toString(minutes);
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(rule, noNumber);
            }
        };
    }

    static String rooms(String value) {
        return list(value, ROOM, "must be rooms with what they are fitted for, such as C1 consult, R1 mood pain");
    }

    static String clinicians(String value) {
        return list(value, NAME, "must be names separated by commas");
    }

    static String nurses(String value) {
        String rule = "must be names with a shift and the breaks in it, such as Nurse A 08:00-16:30 11:45-12:15";
        String checked = list(value, NURSE, rule);
        for (String item : checked.split(",")) {
            List<String> spans = Arrays.stream(item.split(" +"))
                    .filter(word -> word.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d"))
                    .toList();
            spans.forEach(span -> span(span, rule));
            if (spans.stream().skip(1).anyMatch(pause -> !within(pause, spans.get(0)))) {
                throw new IllegalArgumentException(rule);
            }
        }
        return checked;
    }

    private static boolean within(String pause, String shift) {
        return pause.substring(0, 5).compareTo(shift.substring(0, 5)) >= 0
                && pause.substring(6).compareTo(shift.substring(6)) <= 0;
    }

    /** No two of one name: in the database they have one name space. */
    private static String list(String value, Pattern form, String rule) {
        List<Matcher> items = Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .map(form::matcher)
                .toList();
        boolean right = items.stream().allMatch(Matcher::matches);
        if (!right
                || items.stream()
                                .map(item -> item.group(1).toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        < items.size()) {
            throw new IllegalArgumentException(rule + ", each once");
        }
        return items.stream().map(Matcher::group).collect(Collectors.joining(","));
    }
}
