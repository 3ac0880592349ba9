package clinic.booking;

import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import clinic.calendar.OpeningHours;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.capacity.Shift;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Furnishes an empty house at its first start with what {@link FirstStartData} says; afterwards the database decides. */
@ApplicationScoped
public class FirstStartDesk {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Resources resources;

    @Inject
    private FirstStartData data;

    @Inject
    private Appointments appointments;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    @Inject
    private DemonstrationDesk demonstration;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demo;

    /** Furnishes the house if nobody has. Two nodes that start at once do it one after the other, and once. */
    @Transactional
    public void furnish() {
        em.createNativeQuery(
                        "insert ignore into clinic (id, name, street, city, phone, time_zone, version) values (?, ?, ?, ?, ?, ?, 1)")
                .setParameter(1, Clinic.ONLY)
                .setParameter(2, data.text("name"))
                .setParameter(3, data.text("street"))
                .setParameter(4, data.text("city"))
                .setParameter(5, data.text("phone"))
                .setParameter(6, data.text("zone"))
                .executeUpdate();
        em.find(Clinic.class, Clinic.ONLY, LockModeType.PESSIMISTIC_WRITE);
        long rules =
                em.createQuery("select count(r) from VisitRule r", Long.class).getSingleResult();
        if (rules > 0) {
            return;
        }
        Map<DayOfWeek, QuarterHours> hours = data.hours();
        hours.forEach((day, span) -> em.persist(new OpeningHours(day, span)));
        data.rules().forEach(em::persist);
        data.rooms().forEach(resources::add);
        data.clinicians().forEach(clinician -> {
            resources.add(clinician);
            hours.forEach((day, span) -> em.persist(new Shift(clinician.id(), day, span)));
        });
        data.nurses().forEach(nurse -> {
            Resource person = Resource.nurse(nurse.name());
            resources.add(person);
            QuarterHours[] breaks = nurse.breaks().toArray(QuarterHours[]::new);
            hours.keySet().forEach(day -> em.persist(new Shift(person.id(), day, nurse.shift(), breaks)));
        });
        data.pools().forEach(resources::add);
        if (demo) {
            demonstration.areExpected();
        }
    }

    /**
     * Lets a made-up visit of the demonstration be one that was had. The demonstration begins before the clinic opens, and
     * shows what follows a visit all the same.
     */
    @Transactional
    public void had(Actor actor, long made) {
        Appointment visit = appointments.get(made);
        for (Edge edge : List.of(Edge.CHECK_IN, Edge.PREPARE, Edge.START, Edge.RECOVER, Edge.DISCHARGE)) {
            Status before = visit.status();
            visit.step(edge, Grounds.NONE, actor.name(), profile.now(), Optional.empty());
            appointments.record(
                    new VisitEdge(visit, edge.name(), actor, profile.now().toInstant(), before, Optional.empty()));
        }
        appointments.flush();
        visit.course()
                .ifPresent(course -> happened.fire(new BookingEvents.CourseVisitStepped(
                        visit.id(), course, visit.status(), Optional.empty(), actor)));
    }
}
