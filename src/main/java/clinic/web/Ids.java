package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.List;

/** Numbers of records as forms carry them. */
final class Ids {
    private Ids() {}

    /** Whether a text of an address is the number of a record. */
    static boolean isNumber(String written) {
        return written != null && written.matches("[0-9]{1,18}");
    }

    /** The number, or 0, which no record has. */
    static long orNone(String written) {
        return isNumber(written) ? Long.parseLong(written) : 0;
    }

    static long read(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException notOurs) {
            throw new BookingRefused(List.of(Refusal.of(Reason.UNKNOWN_CODE, Refusal.START)), List.of());
        }
    }
}
