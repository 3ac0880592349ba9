package clinic.notification;

import clinic.booking.BookingEvents.LinkAskedFor;
import clinic.booking.BookingEvents.Notice;
import clinic.booking.BookingEvents.VisitBooked;
import clinic.booking.BookingEvents.VisitCancelled;
import clinic.booking.BookingEvents.VisitKeptForReview;
import clinic.booking.BookingEvents.VisitMoved;
import clinic.booking.BookingEvents.VisitReviewedAgain;
import clinic.calendar.Slot;
import clinic.staff.StaffLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes down, inside the booking's own transaction, the letter a booking owes: booked and promised, or neither. It does
 * nothing else; carrying letters out is the {@link Courier}'s work.
 */
@ApplicationScoped
class Outbox {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<MailQueued> queued;

    void booked(@Observes VisitBooked event) {
        owe(LetterKind.BOOKED, event.visit(), Optional.empty());
    }

    void keptForReview(@Observes VisitKeptForReview event) {
        owe(LetterKind.KEPT_FOR_REVIEW, event.visit(), Optional.empty());
    }

    void reviewedAgain(@Observes VisitReviewedAgain event) {
        owe(LetterKind.KEPT_FOR_REVIEW, event.visit(), Optional.empty());
    }

    void moved(@Observes VisitMoved event) {
        owe(
                event.underReview() ? LetterKind.KEPT_FOR_REVIEW : LetterKind.MOVED,
                event.visit(),
                Optional.of(event.before()));
    }

    void cancelled(@Observes VisitCancelled event) {
        owe(event.underReview() ? LetterKind.WITHDRAWN : LetterKind.CANCELLED, event.visit(), Optional.empty());
    }

    void linkAskedFor(@Observes LinkAskedFor event) {
        write(
                LetterKind.LINK,
                "link:" + event.visit().visit() + ":" + event.request(),
                event.visit(),
                Optional.empty());
    }

    void staffLetter(@Observes StaffLetter letter) {
        LetterKind kind =
                switch (letter.kind()) {
                    case INVITATION -> LetterKind.STAFF_INVITATION;
                    case RESET -> LetterKind.STAFF_RESET;
                };
        persist(new OutboxMail(kind, letter, now()));
    }

    private void owe(LetterKind kind, Notice visit, Optional<Slot> before) {
        write(kind, "visit:" + visit.visit() + ":" + kind.wording() + ":" + visit.revision(), visit, before);
    }

    private void write(LetterKind kind, String dedupKey, Notice visit, Optional<Slot> before) {
        persist(new OutboxMail(kind, dedupKey, visit, before, now()));
    }

    private void persist(OutboxMail mail) {
        em.persist(mail);
        queued.fire(new MailQueued(mail.dedupKey()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
