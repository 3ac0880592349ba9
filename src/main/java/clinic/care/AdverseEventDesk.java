package clinic.care;

import clinic.booking.BookingRefused;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where an adverse event is recorded: in one transaction the infusion is stopped, if that is asked, and the incident
 * report written. Both or neither.
 */
@Retried
@ApplicationScoped
public class AdverseEventDesk {
    private static final String APPOINTMENT = "APPOINTMENT";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /**
     * Records an event of an infusion that has begun with its preparation; also afterwards, for what shows later.
     *
     * @throws BookingRefused with every field at fault, or because the infusion to be stopped is not running
     * @throws UnknownTreatment if there is no such infusion
     */
    @Transactional
    public AdverseEvent record(Actor actor, long visit, AdverseReport report) {
        actor.must(Task.TREAT);
        StaffVisit seen = infusion(actor, visit);
        List<Refusal> refusals = new ArrayList<>(report.refusals());
        boolean begun = seen.status().compareTo(Status.CHECKED_IN) >= 0 && !Status.GONE.contains(seen.status());
        if (!begun) {
            refusals.add(new Refusal(
                    Reason.ILLEGAL_TRANSITION, "status", Map.of("name", seen.status(), "possible", seen.next())));
        }
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        if (report.stop()) {
            visits.step(actor, visit, Edge.STOP_EARLY, Grounds.NONE, OptionalInt.empty());
        }
        AdverseEvent event =
                new AdverseEvent(visit, report, actor.name(), profile.now().toInstant());
        em.persist(event);
        deeds.fire(Deed.done(actor, "ADVERSE_EVENT", APPOINTMENT, visit).fields(Set.of(report.outcome())));
        return event;
    }

    /** The incident reports of an appointment, the first first; only for those who read clinical notes. */
    @Transactional
    public List<AdverseEvent> of(Actor actor, long visit) {
        actor.must(Task.READ_CLINICAL_NOTES);
        deeds.fire(Deed.done(actor, "READ_ADVERSE_EVENTS", APPOINTMENT, visit));
        return em.createQuery("select e from AdverseEvent e where e.visit = :visit order by e.id", AdverseEvent.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    private StaffVisit infusion(Actor actor, long visit) {
        return visits.among(actor, Set.of(visit)).stream()
                .findFirst()
                .filter(each -> each.kind().isInfusion())
                .orElseThrow(UnknownTreatment::new);
    }
}
