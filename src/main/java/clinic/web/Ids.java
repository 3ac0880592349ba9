package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.List;

/** Numbers of records as forms carry them. */
final class Ids {
    private Ids() {}

    static long read(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException notOurs) {
            throw new BookingRefused(List.of(Refusal.of(Reason.UNKNOWN_CODE, Refusal.START)), List.of());
        }
    }
}
