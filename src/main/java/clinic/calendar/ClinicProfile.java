package clinic.calendar;

import clinic.platform.Reading;
import clinic.platform.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What the clinic says of itself: name, place, zone, hours. Remembered for a few seconds, since every page asks and it
 * changes a few times a year; what may be booked is decided by capacity, which is never remembered.
 */
@ApplicationScoped
public class ClinicProfile {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private final Holidays holidays = new Holidays();

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Reading reading;

    private final Remembered<Clinic> clinic =
            new Remembered<>(FRESH, () -> reading.of(() -> em.find(Clinic.class, Clinic.ONLY)));
    private final Remembered<ClinicCalendar> calendar = new Remembered<>(FRESH, () -> reading.of(this::read));

    public Clinic clinic() {
        return clinic.get();
    }

    public ClinicCalendar calendar() {
        return calendar.get();
    }

    /** As the database has it at this moment, for who is about to write capacity from it. */
    public ClinicCalendar calendarAsStored() {
        return read();
    }

    public ZoneId zone() {
        return clinic().zone();
    }

    /** Today on the clinic's wall clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Now, on the clinic's wall clock. */
    public ZonedDateTime now() {
        return clock.instant().atZone(zone());
    }

    /** To be called by whoever changes hours or the clinic's data, so that this node sees it at once. */
    public void forget() {
        clinic.forget();
        calendar.forget();
    }

    private ClinicCalendar read() {
        return ClinicCalendar.of(
                em.createQuery("select h from OpeningHours h", OpeningHours.class)
                        .getResultList(),
                em.createQuery("select e from DayException e", DayException.class)
                        .getResultList(),
                holidays::on);
    }
}
