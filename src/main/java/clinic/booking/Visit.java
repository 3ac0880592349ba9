package clinic.booking;

import clinic.calendar.Slot;
import clinic.patient.FamilyName;
import clinic.patient.RedFlag;
import java.util.List;
import java.util.Optional;

/**
 * A visit as its patient may see it: a value the doors turn into pages and JSON.
 *
 * @param token the private key to it
 * @param changeable whether she can still move or cancel it
 * @param redFlags what she reported, for the advice that belongs to it
 * @param notice what letters and calendar files need
 */
public record Visit(
        String token,
        VisitKind kind,
        Status status,
        Slot slot,
        int revision,
        boolean clinicalReview,
        boolean changeable,
        List<RedFlag> redFlags,
        Optional<VisitRequest.OnBehalfOf> onBehalfOf,
        BookingEvents.Notice notice) {

    public String firstName() {
        return notice.firstName();
    }

    /** Who wrote; one name where there is only one. */
    public String fullName() {
        return FamilyName.full(notice.firstName(), notice.lastName());
    }

    /** The same visit as it stood when a first request was answered. */
    Visit asAnswered(Status first, Slot then) {
        return new Visit(token, kind, first, then, 0, clinicalReview, changeable, redFlags, onBehalfOf, notice);
    }
}
