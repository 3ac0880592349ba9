package clinic.planner;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a patient can come.
 *
 * @param earliest first day of the first visit, inclusive
 * @param latest last day of the last visit, inclusive
 * @param weekdays on which she can come; never empty
 * @param between the part of the day the whole visit must lie in
 * @param avoid dates on which she cannot
 * @param preferredTime at which she would like visits to start
 */
public record Wishes(
        LocalDate earliest,
        LocalDate latest,
        Set<DayOfWeek> weekdays,
        QuarterHours between,
        Set<LocalDate> avoid,
        Optional<LocalTime> preferredTime) {
    static final QuarterHours ANY_TIME = new QuarterHours(0, QuarterHours.PER_DAY);
    static final Set<DayOfWeek> ANY_DAY = Set.of(DayOfWeek.values());

    public Wishes {
        weekdays = Set.copyOf(weekdays);
        avoid = Set.copyOf(avoid);
        if (weekdays.isEmpty() || earliest.isAfter(latest)) {
            throw new IllegalArgumentException("no day can be wished for: " + weekdays + " from " + earliest);
        }
    }

    public static Wishes any(LocalDate earliest, LocalDate latest) {
        return new Wishes(earliest, latest, ANY_DAY, ANY_TIME, Set.of(), Optional.empty());
    }

    Wishes on(Set<DayOfWeek> others) {
        return new Wishes(earliest, latest, others, between, avoid, preferredTime);
    }

    Wishes between(QuarterHours other) {
        return new Wishes(earliest, latest, weekdays, other, avoid, preferredTime);
    }

    Wishes avoiding(Set<LocalDate> others) {
        return new Wishes(earliest, latest, weekdays, between, others, preferredTime);
    }

    Wishes within(LocalDate first, LocalDate last) {
        return new Wishes(first, last, weekdays, between, avoid, preferredTime);
    }

    boolean allow(LocalDate day) {
        return !day.isBefore(earliest)
                && !day.isAfter(latest)
                && weekdays.contains(day.getDayOfWeek())
                && !avoid.contains(day);
    }

    boolean allow(int start, int quarters) {
        return between.start() <= start && start + quarters <= between.end();
    }

    /**
     * What a visit at a time would not keep of them, each by its name; empty if it keeps all.
     *
     * @param start on the clinic's wall clock
     * @param quarters how long the patient is there
     */
    List<Refusal> against(LocalDateTime start, int quarters) {
        LocalDate day = start.toLocalDate();
        int from = start.toLocalTime().toSecondOfDay() / 60 / QuarterHours.MINUTES;
        List<Refusal> against = new ArrayList<>();
        if (day.isBefore(earliest)) {
            against.add(refusal(Reason.WISH_EARLIEST, Map.of("day", earliest)));
        }
        if (!weekdays.contains(day.getDayOfWeek())) {
            against.add(refusal(Reason.WISH_WEEKDAY, Map.of("day", day)));
        }
        if (avoid.contains(day)) {
            against.add(refusal(Reason.WISH_DATE, Map.of("day", day)));
        }
        if (!allow(from, quarters)) {
            against.add(refusal(
                    Reason.WISH_HOURS,
                    Map.of(
                            "from",
                            between.startsAt(),
                            "to",
                            between.endsAt(),
                            "end",
                            start.toLocalTime().plusMinutes((long) quarters * QuarterHours.MINUTES))));
        }
        return against;
    }

    private static Refusal refusal(Reason reason, Map<String, Object> facts) {
        return new Refusal(reason, Refusal.START, facts);
    }
}
