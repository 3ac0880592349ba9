package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.patient.FamilyName;
import clinic.patient.ToldBy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visit as the people of the clinic see it: a value for pages and JSON.
 *
 * @param patient id of her record; the names are hers
 * @param comes who comes, when somebody else wrote
 * @param cancelledBy whose wish it was, when it is cancelled
 * @param since when it came to stand where it stands
 * @param late begun more than a quarter of an hour ago, and nobody has come
 * @param next the steps this actor may take now
 * @param stranded its capacity was taken away after it was booked
 * @param undoable whether this actor may take the last step back
 * @param partial stopped before its infusion had ended
 * @param treatment what it takes, if it is one
 * @param course which visit of which series it is
 */
public record StaffVisit(
        long id,
        int version,
        VisitKind kind,
        Status status,
        Slot slot,
        int revision,
        Resource room,
        Resource clinician,
        long patient,
        String firstName,
        String lastName,
        Optional<String> comes,
        boolean clinicalReview,
        boolean lateCancel,
        Optional<Canceller> cancelledBy,
        Instant since,
        boolean late,
        List<Edge> next,
        List<Missing> missing,
        boolean stranded,
        boolean undoable,
        boolean partial,
        Optional<Treatment> treatment,
        Optional<CourseVisit> course) {

    /** The whole name of whose record it is; one name where there is only one. */
    public String fullName() {
        return FamilyName.full(firstName, lastName);
    }

    /** What its room must be fitted for. */
    public Purpose purpose() {
        return treatment.map(Treatment::purpose).orElse(Purpose.CONSULT);
    }

    /** How the patient hears of a change. */
    public ToldBy toldBy() {
        return missing.contains(Missing.EMAIL) ? ToldBy.PHONE : ToldBy.EMAIL;
    }

    /** The same visit as it stood when a first request was answered. */
    StaffVisit asAnswered(Status first, Slot then) {
        return new StaffVisit(
                id,
                version,
                kind,
                first,
                then,
                0,
                room,
                clinician,
                patient,
                firstName,
                lastName,
                comes,
                clinicalReview,
                lateCancel,
                cancelledBy,
                since,
                late,
                next,
                missing,
                stranded,
                undoable,
                partial,
                treatment,
                course);
    }
}
