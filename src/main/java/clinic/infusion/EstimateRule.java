package clinic.infusion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By when who pays herself is told what her visits will cost (45 CFR 149.610): booked ten business days ahead or more,
 * within three of them; booked three ahead or more, within one. Booked nearer, nothing is owed. Pure.
 */
final class EstimateRule {
    private static final int FAR_AHEAD = 10;
    private static final int AHEAD = 3;
    private static final int WITHIN_WHEN_FAR = 3;
    private static final int WITHIN = 1;
    /** No house is closed for longer. */
    private static final int LONGEST_REST = 366;

    private EstimateRule() {}

    /** The last day for it; nothing if none is owed. */
    static Optional<LocalDate> due(LocalDate booked, LocalDate visit, Predicate<LocalDate> isBusinessDay) {
        int ahead = businessDays(booked, visit, isBusinessDay).size();
        if (ahead < AHEAD) {
            return Optional.empty();
        }
        return Optional.of(nth(ahead >= FAR_AHEAD ? WITHIN_WHEN_FAR : WITHIN, booked, visit, isBusinessDay));
    }

    /** The last day for a new one, when what it was for has changed: never later than it would be for a new booking. */
    static LocalDate renewed(LocalDate changed, LocalDate visit, Predicate<LocalDate> isBusinessDay) {
        return due(changed, visit, isBusinessDay)
                .orElseGet(() -> nth(WITHIN, changed, changed.plusDays(LONGEST_REST), isBusinessDay));
    }

    private static LocalDate nth(int day, LocalDate after, LocalDate last, Predicate<LocalDate> isBusinessDay) {
        List<LocalDate> days = businessDays(after, last, isBusinessDay);
        return days.size() < day ? after.plusDays(day) : days.get(day - 1);
    }

    /** After a day, through another. */
    private static List<LocalDate> businessDays(LocalDate after, LocalDate last, Predicate<LocalDate> isBusinessDay) {
        return last.isAfter(after)
                ? after.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(isBusinessDay)
                        .toList()
                : List.of();
    }
}
