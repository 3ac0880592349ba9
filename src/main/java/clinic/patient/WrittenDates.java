package clinic.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of birth as people of this country write them, and as ISO 8601 does: {@code 12/8/1980}, {@code 12-08-80},
 * {@code 1980-12-08}, {@code 19801208}, {@code Dec 8, 1980}, {@code 8 de diciembre de 1980}; with dots the day comes first,
 * {@code 8.12.1980}. Text is folded before. Pure.
 */
final class WrittenDates {
    private static final int FIRST_YEAR = 1880;
    private static final int CENTURY = 100;

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("ene", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("abr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("set", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dic", 12));

    private static final String MONTH =
            "(?<month>jan(?:uary)?|ene(?:ro)?|feb(?:ruary|rero)?|mar(?:ch|zo)?|apr(?:il)?|abr(?:il)?|"
                    + "may(?:o)?|june?|junio|july?|julio|aug(?:ust)?|ago(?:sto)?|sept?(?:ember|iembre)?|setiembre|oct(?:ober|ubre)?|"
                    + "nov(?:ember|iembre)?|dec(?:ember)?|dic(?:iembre)?)\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|º|o)?";
    private static final String YEAR = "'?(?<year>\\d{4}|\\d{2})";

    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})([-/. ])(?<mon>\\d{1,2})\\2(?<day>\\d{1,2})"),
            form("(?<mon>\\d{1,2})([-/])(?<day>\\d{1,2})\\2(?<year>\\d{4}|\\d{2})"),
            form("(?<mon>\\d{1,2}) (?<day>\\d{1,2}) (?<year>\\d{4})"),
            form("(?<day>\\d{1,2})\\.(?<mon>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})"),
            form(MONTH + "[\\s-]*" + DAY + "[\\s,-]+(?:del?\\s+)?" + YEAR),
            form(DAY + "[\\s-]*(?:de\\s+)?" + MONTH + "[\\s,-]+(?:del?\\s+)?" + YEAR),
            form("(?<year>\\d{4})" + "[\\s-]+" + MONTH + "[\\s-]+" + DAY));

    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern COMPACT_HERE = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

    private WrittenDates() {}

    private static Pattern form(String form) {
        return Pattern.compile("(?<![\\d\\p{L}.@-])" + form + "(?![\\d\\p{L}@])");
    }

    /** What a part of a text says of a day of birth, and where it stands: beginnings of days in ISO 8601. */
    record Found(int start, int end, Set<String> days) {}

    /** The first day in a folded text. */
    static Optional<Found> first(String folded) {
        Optional<Found> first = Optional.empty();
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(folded);
            while (matcher.find()) {
                Set<String> days = days(matcher);
                if (!days.isEmpty()
                        && first.map(found -> matcher.start() < found.start()).orElse(true)) {
                    first = Optional.of(new Found(matcher.start(), matcher.end(), days));
                }
            }
        }
        return first;
    }

    /** What bare digits may say of a day of birth besides being part of a number: {@code 1980}, {@code 19801208}. */
    static Set<String> ofDigits(String digits) {
        Set<String> days = new LinkedHashSet<>();
        if (digits.length() == 4 && Integer.parseInt(digits) >= FIRST_YEAR) {
            days.add(digits);
        }
        Matcher compact = COMPACT.matcher(digits);
        if (compact.matches()) {
            day(number(compact, 1), number(compact, 2), number(compact, 3)).ifPresent(days::add);
        }
        Matcher here = COMPACT_HERE.matcher(digits);
        if (here.matches()) {
            day(number(here, 3), number(here, 1), number(here, 2)).ifPresent(days::add);
        }
        return days;
    }

    /** A month as ISO 8601 writes it, {@code 1980-12}. */
    static Optional<String> month(String digits) {
        return digits.matches("(?:18[89]|19\\d|20\\d)\\d-(?:0[1-9]|1[0-2])") ? Optional.of(digits) : Optional.empty();
    }

    private static Set<String> days(Matcher found) {
        int month = found.pattern().pattern().contains("?<mon>")
                ? Integer.parseInt(found.group("mon"))
                : monthOf(found.group("month"));
        int day = Integer.parseInt(found.group("day"));
        int year = Integer.parseInt(found.group("year"));
        Set<String> days = new LinkedHashSet<>();
        if (year >= CENTURY) {
            day(year, month, day).ifPresent(days::add);
        } else {
            day(2000 + year, month, day).ifPresent(days::add);
            day(1900 + year, month, day).ifPresent(days::add);
        }
        return days;
    }

    private static int monthOf(String word) {
        return MONTHS.get(word.substring(0, 3));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<String> day(int year, int month, int day) {
        try {
            return year < FIRST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, month, day).toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
