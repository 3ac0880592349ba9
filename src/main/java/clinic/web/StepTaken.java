package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Edge;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import java.util.List;
import java.util.OptionalInt;

/** A step as its button carries it: {@code 17:CHECK_IN:3}, which visit, which step, and at which version it was seen. */
record StepTaken(long visit, Edge edge, OptionalInt version) {
    static String written(StaffVisit visit, Edge edge) {
        return visit.id() + ":" + edge + ":" + visit.version();
    }

    static StepTaken read(String written) {
        String[] parts = written.split(":");
        try {
            return new StepTaken(
                    Long.parseLong(parts[0]), Edge.valueOf(parts[1]), OptionalInt.of(Integer.parseInt(parts[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new BookingRefused(List.of(Refusal.of(Reason.UNKNOWN_CODE, Refusal.START)), List.of());
        }
    }
}
