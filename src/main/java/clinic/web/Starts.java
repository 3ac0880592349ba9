package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A start as pages carry it: the clinic's wall clock, {@code 2026-11-24T09:30}. */
final class Starts {
    private Starts() {}

    static LocalDateTime read(String written) {
        return find(written)
                .orElseThrow(
                        () -> new BookingRefused(List.of(Refusal.of(Reason.INVALID_DATE, Refusal.START)), List.of()));
    }

    /** The start, if it is one that can be read. */
    static Optional<LocalDateTime> find(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written == null ? "" : written))
                    .filter(start -> PageParameters.isPlausible(start.toLocalDate()));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
