package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.List;
import java.util.Map;

/** Numbers within their bounds. */
final class Ranges {
    private Ranges() {}

    static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BookingRefused(
                    List.of(new Refusal(Reason.OUT_OF_RANGE, field, Map.of("least", least, "most", most))), List.of());
        }
        return value;
    }
}
