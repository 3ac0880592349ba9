package clinic.booking;

import clinic.calendar.Clinic;
import clinic.calendar.OpeningHours;
import clinic.calendar.QuarterHours;
import clinic.capacity.Purpose;
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
import java.time.LocalTime;
import java.util.List;

/** Furnishes an empty house at its first start with the defaults of the clinic; afterwards the database decides. */
@ApplicationScoped
public class FirstStartDesk {
    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final QuarterHours HOURS = QuarterHours.between(LocalTime.of(8, 0), LocalTime.of(19, 0));

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Resources resources;

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
                .setParameter(2, "Sherman Oaks office")
                .setParameter(3, "4955 Van Nuys Blvd Suite 411")
                .setParameter(4, "Sherman Oaks, CA 91403")
                .setParameter(5, "818-217-8699")
                .setParameter(6, "America/Los_Angeles")
                .executeUpdate();
        em.find(Clinic.class, Clinic.ONLY, LockModeType.PESSIMISTIC_WRITE);
        long rules =
                em.createQuery("select count(r) from VisitRule r", Long.class).getSingleResult();
        if (rules > 0) {
            return false;
        }
        WORKDAYS.forEach(day -> em.persist(new OpeningHours(day, HOURS)));
        em.persist(new VisitRule(VisitKind.CONSULTATION, 30, 30, 120, 90, 0));
        em.persist(new VisitRule(VisitKind.EVALUATION, 45, 15, 120, 90, 5));
        em.persist(new VisitRule(VisitKind.REVIEW, 30, 15, 120, 90, 0));
        resources.add(Resource.room("C1", Purpose.CONSULT));
        resources.add(Resource.room("R1", Purpose.MOOD, Purpose.PAIN));
        resources.add(Resource.room("R2", Purpose.MOOD, Purpose.PAIN));
        resources.add(Resource.room("R3", Purpose.MOOD, Purpose.PAIN));
        resources.add(Resource.room("R4", Purpose.MOOD));
        Resource clinician = Resource.clinician("Consulting clinician", Purpose.CONSULT);
        resources.add(clinician);
        WORKDAYS.forEach(day -> em.persist(new Shift(clinician.id(), day, HOURS)));
        return true;
    }
}
