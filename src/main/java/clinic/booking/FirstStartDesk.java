package clinic.booking;

import clinic.calendar.Clinic;
import clinic.calendar.OpeningHours;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.capacity.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.Map;

/** Furnishes an empty house at its first start with what {@link FirstStartData} says; afterwards the database decides. */
@ApplicationScoped
public class FirstStartDesk {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Resources resources;

    @Inject
    private FirstStartData data;

    /**
     * Furnishes the house if nobody has. Two nodes that start at once do it one after the other, and once.
     *
     * @return whether this was the first start
     */
    @Transactional
    public boolean furnish() {
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
            return false;
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
        return true;
    }
}
