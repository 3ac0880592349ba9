package clinic.booking;

import clinic.calendar.Slot;
import clinic.staff.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to visits, told inside the transaction that made it so. Values only, never an entity: an observer may
 * write what it owes (a letter, an audit row) into the same transaction, and nothing else.
 */
public final class BookingEvents {
    private BookingEvents() {}

    /**
     * What a letter may know of a visit.
     *
     * @param visit id of the appointment
     * @param uid stable name of the visit in calendars
     * @param generation of the private link: a higher one revokes the ones before
     * @param revision 0 when made, one more for every move and for the cancellation
     * @param language of the person written to, a two-letter code
     * @param course which visit of which series it is, if it is one: then she does not change it by herself
     * @param comes the whole name of who comes, where the person written to wrote for somebody else
     */
    public record Notice(
            long visit,
            UUID uid,
            int generation,
            int revision,
            Slot slot,
            String firstName,
            String lastName,
            String email,
            String language,
            Optional<CourseVisit> course,
            Optional<String> comes) {}

    /**
     * @param sameDay another appointment of the same person on that day, which was confirmed to the same mailbox
     */
    public record VisitBooked(Notice visit, Optional<Notice> sameDay) {
        public VisitBooked(Notice visit) {
            this(visit, Optional.empty());
        }
    }

    /**
     * The time is kept, but a person of the clinic speaks with the patient before it is booked.
     *
     * @param sameDay another appointment of the same person on that day, which was confirmed to the same mailbox
     */
    public record VisitKeptForReview(Notice visit, Optional<Notice> sameDay) {
        public VisitKeptForReview(Notice visit) {
            this(visit, Optional.empty());
        }
    }

    /**
     * Somebody of the clinic decided about a visit that was kept for review.
     *
     * @param decision {@link Edge#APPROVE} or {@link Edge#DECLINE}
     */
    public record VisitReviewed(long visit, Edge decision, Actor by, Optional<String> reason) {}

    /**
     * What had been decided about it was taken back: the time is kept, and a person of the clinic speaks with the patient
     * after all.
     *
     * @param confirmed whether it was confirmed before: then the patient's calendar has it
     */
    public record VisitReviewedAgain(Notice visit, Actor by, boolean confirmed) {}

    /**
     * @param underReview whether the visit is only kept for review: nobody was invited to it yet
     * @param byStaff whether somebody of the clinic did it, who can take it back at once; else the patient
     */
    public record VisitMoved(Notice visit, Slot before, boolean underReview, boolean byStaff) {}

    /**
     * @param underReview whether the visit was only kept for review: there is no invitation to take back
     * @param byStaff whether somebody of the clinic did it, who can take it back at once; else the patient
     */
    public record VisitCancelled(Notice visit, boolean underReview, boolean byStaff) {}

    /** Somebody asked for the private links of a mailbox, at least one; {@code request} makes asking twice two emails. */
    public record LinksAskedFor(List<Notice> visits, UUID request) {}

    /**
     * A visit of a series came to stand elsewhere, by a step, by taking one back, or by being moved.
     *
     * @param gapsSetAside why whoever may do so set the gaps of the series aside for it; nothing if no one did
     */
    public record CourseVisitStepped(
            long visit, CourseVisit course, Status after, Optional<String> gapsSetAside, Actor actor) {}
}
