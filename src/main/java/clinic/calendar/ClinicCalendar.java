package clinic.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which days the clinic is open, and when: weekly hours, holidays, and dates opened or closed by hand. A value. */
public record ClinicCalendar(
        Map<DayOfWeek, QuarterHours> week,
        Map<LocalDate, DayException> exceptions,
        Function<LocalDate, Optional<String>> holidays) {

    public static ClinicCalendar of(
            Collection<OpeningHours> week,
            Collection<DayException> exceptions,
            Function<LocalDate, Optional<String>> holidays) {
        return new ClinicCalendar(
                week.stream().collect(Collectors.toUnmodifiableMap(OpeningHours::weekday, OpeningHours::span)),
                exceptions.stream().collect(Collectors.toUnmodifiableMap(DayException::day, Function.identity())),
                holidays);
    }

    /** The same calendar with other hours on one day of the week; empty closes it. */
    public ClinicCalendar with(DayOfWeek weekday, Optional<QuarterHours> hours) {
        Map<DayOfWeek, QuarterHours> changed = new HashMap<>(week);
        changed.remove(weekday);
        hours.ifPresent(span -> changed.put(weekday, span));
        return new ClinicCalendar(Map.copyOf(changed), exceptions, holidays);
    }

    /** The same calendar with a date opened or closed by hand. */
    public ClinicCalendar with(DayException exception) {
        Map<LocalDate, DayException> changed = new HashMap<>(exceptions);
        changed.put(exception.day(), exception);
        return new ClinicCalendar(week, Map.copyOf(changed), holidays);
    }

    /** The same calendar with nothing decided by hand for a date. */
    public ClinicCalendar without(LocalDate exception) {
        Map<LocalDate, DayException> changed = new HashMap<>(exceptions);
        changed.remove(exception);
        return new ClinicCalendar(week, Map.copyOf(changed), holidays);
    }

    /** Open for the span, or closed and why. */
    public sealed interface Day {
        record Open(QuarterHours hours) implements Day {}

        /**
         * @param name the key of a holiday, the note of a day closed by hand, empty otherwise
         */
        record Closed(Why why, String name) implements Day {
            /** What the day is called in a language; empty if it has no name. */
            public String name(Locale locale) {
                return why == Why.HOLIDAY ? Holidays.name(name, locale) : name;
            }
        }
    }

    /** Why a whole day is closed. */
    public enum Why {
        WEEKDAY,
        HOLIDAY,
        BY_HAND
    }

    public Day on(LocalDate date) {
        DayException exception = exceptions.get(date);
        QuarterHours usual = week.get(date.getDayOfWeek());
        if (exception != null) {
            return exception.isOpen()
                    ? exception
                            .hours()
                            .or(() -> Optional.ofNullable(usual))
                            .<Day>map(Day.Open::new)
                            .orElseGet(() -> new Day.Closed(Why.WEEKDAY, ""))
                    : new Day.Closed(Why.BY_HAND, exception.note());
        }
        if (usual == null) {
            return new Day.Closed(Why.WEEKDAY, "");
        }
        return holidays.apply(date)
                .<Day>map(name -> new Day.Closed(Why.HOLIDAY, name))
                .orElseGet(() -> new Day.Open(usual));
    }

    /** The hours of an open day; nothing on a closed one. */
    public Optional<QuarterHours> hours(LocalDate date) {
        return on(date) instanceof Day.Open open ? Optional.of(open.hours()) : Optional.empty();
    }

    public boolean isOpen(LocalDate date) {
        return hours(date).isPresent();
    }
}
