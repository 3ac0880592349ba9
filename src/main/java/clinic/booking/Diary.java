package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When a patient is here, and when she was: her visits without those cancelled and those she missed. */
@ApplicationScoped
public class Diary {
    @PersistenceContext
    private EntityManager em;

    /** One of her visits. */
    public record Entry(long visit, VisitKind kind, Slot slot) {}

    /** Her visits in those days, both inclusive, in order. */
    public List<Entry> of(long patient, LocalDate from, LocalDate to) {
        return em
                .createQuery(
                        "select a.id, a.kind, a.place.day, a.place.start, a.place.end from Appointment a where a.patient.id = :patient"
                                + " and a.place.day between :from and :to and a.status not in :gone order by a.place.day, a.place.start",
                        Object[].class)
                .setParameter("patient", patient)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("gone", Status.GONE)
                .getResultList()
                .stream()
                .map(row -> new Entry(
                        (Long) row[0],
                        (VisitKind) row[1],
                        new Slot((LocalDate) row[2], new QuarterHours((Integer) row[3], (Integer) row[4]))))
                .toList();
    }

    /** All treatments of a patient, had or booked, in order. */
    public List<Entry> treatments(long patient) {
        return of(patient, LocalDate.EPOCH, LocalDate.EPOCH.plusYears(200)).stream()
                .filter(entry -> entry.kind().isInfusion())
                .toList();
    }

    /** The day of her last treatment, had or booked, before a day; nothing if this would be her first. */
    public Optional<LocalDate> lastTreatment(long patient, LocalDate before) {
        return em
                .createQuery(
                        "select max(a.place.day) from Appointment a where a.patient.id = :patient and a.kind = :kind"
                                + " and a.place.day < :before and a.status not in :gone",
                        LocalDate.class)
                .setParameter("patient", patient)
                .setParameter("kind", VisitKind.INFUSION)
                .setParameter("before", before)
                .setParameter("gone", Status.GONE)
                .getResultList()
                .stream()
                .filter(day -> day != null)
                .findFirst();
    }
}
