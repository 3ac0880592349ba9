package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** A start as pages carry it: the clinic's wall clock, {@code 2026-11-24T09:30}. */
final class Starts {
    private Starts() {}

    static LocalDateTime read(String written) {
        try {
            return LocalDateTime.parse(written == null ? "" : written);
        } catch (DateTimeParseException notATime) {
            throw new BookingRefused(List.of(Refusal.of(Reason.INVALID_DATE, Refusal.START)), List.of());
        }
    }
}
