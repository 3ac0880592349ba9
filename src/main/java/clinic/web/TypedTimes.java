package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Days and times out of a form. What cannot be read is written down at its field; {@link #check} refuses all at once. */
final class TypedTimes {
    private final List<Refusal> refusals = new ArrayList<>();

    LocalDate date(String field, String typed) {
        return read(field, typed, LocalDate::parse, PageParameters::isPlausible).orElse(LocalDate.EPOCH);
    }

    LocalDateTime moment(String field, String typed) {
        return read(field, typed, LocalDateTime::parse, start -> PageParameters.isPlausible(start.toLocalDate()))
                .orElse(LocalDate.EPOCH.atStartOfDay());
    }

    /** A span of a day; nothing if both ends were left empty. */
    Optional<QuarterHours> span(String from, String typedFrom, String to, String typedTo) {
        if (typedFrom.isBlank() && typedTo.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalTime> start = time(from, typedFrom);
        Optional<LocalTime> end = time(to, typedTo);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        boolean untilMidnight = end.get().equals(LocalTime.MIDNIGHT);
        if (!untilMidnight && !start.get().isBefore(end.get())) {
            refusals.add(Refusal.of(Reason.EMPTY_SPAN, to));
            return Optional.empty();
        }
        return Optional.of(QuarterHours.between(start.get(), end.get()));
    }

    private Optional<LocalTime> time(String field, String typed) {
        return read(field, typed, LocalTime::parse, time -> true).filter(time -> {
            if (!QuarterHours.onGrid(time)) {
                refusals.add(new Refusal(Reason.NOT_ON_GRID, field, Map.of("minutes", QuarterHours.MINUTES)));
            }
            return QuarterHours.onGrid(time);
        });
    }

    private <T> Optional<T> read(String field, String typed, Function<String, T> reader, Predicate<T> plausible) {
        try {
            T value = reader.apply(typed.strip());
            if (plausible.test(value)) {
                return Optional.of(value);
            }
            throw new DateTimeException("out of bounds");
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.of(typed.isBlank() ? Reason.REQUIRED : Reason.INVALID_DATE, field));
            return Optional.empty();
        }
    }

    void check() {
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }

    /** Does it, and lets a refusal speak of the fields as this page calls them. */
    static void named(Function<String, String> names, Runnable deed) {
        try {
            deed.run();
        } catch (BookingRefused refused) {
            throw new BookingRefused(
                    refused.refusals().stream()
                            .map(each -> new Refusal(each.reason(), names.apply(each.field()), each.facts()))
                            .toList(),
                    refused.alternatives());
        }
    }
}
