package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.AgeChanged;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps conversations to come for review whose patient turns out to be under 18 on that day: somebody speaks with the
 * family first, as for one that was booked for a minor. What is said of an infusion then, its series knows.
 */
@ApplicationScoped
class AgeReview {
    @Inject
    private Appointments appointments;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    void changed(@Observes AgeChanged changed) {
        Instant now = profile.now().toInstant();
        appointments.openOf(changed.patient(), profile.today()).stream()
                .filter(visit -> !visit.kind().isInfusion()
                        && visit.status() != Status.PENDING_REVIEW
                        && !visit.patient().adultOn(visit.slot().day())
                        && visit.slot().start(profile.zone()).toInstant().isAfter(now))
                .forEach(visit -> review(visit, changed.by(), now));
    }

    private void review(Appointment visit, Actor by, Instant now) {
        Status before = visit.status();
        visit.reviewAgain(now);
        appointments.record(new VisitEdge(visit, VisitEdge.REVIEW, by, now, before, Optional.empty()));
        happened.fire(new BookingEvents.VisitReviewedAgain(visit.notice(), by, true));
    }
}
