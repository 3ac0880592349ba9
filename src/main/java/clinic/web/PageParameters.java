package clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands in the address of a page and has a type: a day, a time, the number of a record. One name means one thing
 * on every page. An empty one says nothing; one that cannot be read is refused before any page runs.
 */
final class PageParameters {
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;
    private static final int LONGEST = 2_000;

    private static final Map<String, Predicate<String>> TYPES = Map.ofEntries(
            Map.entry("day", PageParameters::isDay),
            Map.entry("date", PageParameters::isDay),
            Map.entry("earliest", PageParameters::isDay),
            Map.entry("not", PageParameters::isDay),
            Map.entry("from", PageParameters::isMomentOrTime),
            Map.entry("until", PageParameters::isMomentOrTime),
            Map.entry("best", PageParameters::isTime),
            Map.entry("to", PageParameters::isDayOrPath),
            Map.entry("start", PageParameters::isDayOrTime),
            Map.entry("before", Ids::isNumber),
            Map.entry("patient", Ids::isNumber),
            Map.entry("visit", Ids::isNumber),
            Map.entry("room", Ids::isNumber),
            Map.entry("gone", Ids::isNumber),
            Map.entry("call", Ids::isNumber),
            Map.entry("focus", Ids::isNumber));

    private PageParameters() {}

    /** The name of a parameter of the address that cannot be read; of a form, its page says so itself. */
    static Optional<String> unreadable(HttpServletRequest request) {
        if (request.getQueryString() == null || "POST".equals(request.getMethod())) {
            return Optional.empty();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(each -> !Arrays.stream(each.getValue()).allMatch(value -> isReadable(each.getKey(), value)))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    static boolean isReadable(String name, String value) {
        return value.length() <= LONGEST
                && value.chars().noneMatch(sign -> Character.isISOControl(sign) || sign == '\uFFFD')
                && (value.isBlank() || TYPES.getOrDefault(name, any -> true).test(value));
    }

    private static boolean isDay(String value) {
        try {
            return isPlausible(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static boolean isDayOrTime(String value) {
        try {
            return isDay(value) || isPlausible(LocalDateTime.parse(value).toLocalDate());
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            LocalTime.parse(value);
            return true;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    /** A patient is available from a time of day, a list begins on a day. */
    private static boolean isMomentOrTime(String value) {
        return isTime(value) || isDayOrTime(value);
    }

    /** Signing in goes on to a page by the same name; which one, it judges itself. */
    private static boolean isDayOrPath(String value) {
        return value.contains("/") || isDayOrTime(value);
    }

    /** Within the years that people live in; what lies beyond has no place in a calendar. */
    static boolean isPlausible(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }
}
