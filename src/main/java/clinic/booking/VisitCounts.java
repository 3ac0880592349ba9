package clinic.booking;

import clinic.platform.Reading;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;

/** How many visits days have, for whoever looks at many days and at no patient. */
@ApplicationScoped
public class VisitCounts {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Reading reading;

    /** So many visits of a day are in that state. */
    public record Count(LocalDate day, Status status, int visits) {}

    /**
     * The counts of some days, both inclusive, in no order; none where there is no visit.
     */
    public List<Count> between(Actor actor, LocalDate from, LocalDate to, VisitFilter filter) {
        actor.must(Task.READ);
        TypedQuery<Object[]> counts = em.createQuery(
                        "select a.place.day, a.status, count(a) from Appointment a"
                                + " where a.place.day between :from and :to"
                                + (filter.kind().isPresent() ? " and a.kind = :kind" : "")
                                + (filter.resource().isPresent()
                                        ? " and (a.place.room = :resource or a.place.clinician = :resource)"
                                        : "")
                                + (filter.status().isPresent() ? " and a.status = :status" : " and a.status <> :gone")
                                + " group by a.place.day, a.status",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to);
        filter.kind().ifPresent(only -> counts.setParameter("kind", only));
        filter.resource().ifPresent(only -> counts.setParameter("resource", only));
        filter.status()
                .ifPresentOrElse(
                        only -> counts.setParameter("status", only),
                        () -> counts.setParameter("gone", Status.CANCELLED));
        return reading.of(counts::getResultList).stream()
                .map(row -> new Count((LocalDate) row[0], (Status) row[1], ((Long) row[2]).intValue()))
                .toList();
    }
}
