package clinic.nursing;

import clinic.booking.Status;
import clinic.booking.Treatment;
import clinic.booking.TreatmentClaims;
import clinic.booking.VisitKind;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.DayVector;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Who was put in charge of whom, read with the visits as they are: two questions for a day, however many come. */
@ApplicationScoped
class NursingBook {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TreatmentClaims claims;

    @Inject
    private Resources resources;

    /** Those that are over had a nurse if somebody decided one; nobody is suggested any more. */
    NursingDay on(LocalDate day) {
        List<Stay> stays = new ArrayList<>();
        List<VisitNurse> decided = new ArrayList<>();
        em.createQuery(
                        "select a.id, a.place.start, a.place.end, a.place.room, a.treatment, n from Appointment a"
                                + " left join VisitNurse n on n.visit = a.id"
                                + " where a.place.day = :day and a.kind = :kind and a.status not in :gone"
                                + " and (a.status <> :done or n.visit is not null)",
                        Object[].class)
                .setParameter("day", day)
                .setParameter("kind", VisitKind.INFUSION)
                .setParameter("gone", Status.GONE)
                .setParameter("done", Status.DONE)
                .getResultList()
                .forEach(row -> {
                    stays.add(stay(row, day));
                    Optional.ofNullable((VisitNurse) row[5]).ifPresent(decided::add);
                });
        return NursingDay.of(
                day,
                stays.isEmpty() ? List.of() : nurses(day),
                stays,
                decided.stream()
                        .sorted(Comparator.comparing(VisitNurse::at)
                                .thenComparingLong(each -> each.decided().visit()))
                        .map(VisitNurse::decided)
                        .toList());
    }

    private Stay stay(Object[] row, LocalDate day) {
        QuarterHours span = new QuarterHours((Integer) row[1], (Integer) row[2]);
        return Stay.of(
                (Long) row[0],
                span,
                claims.of((Treatment) row[4], new Slot(day, span), (Long) row[3]),
                pool(ResourceKind.HANDS),
                pool(ResourceKind.CARE));
    }

    private LongPredicate pool(ResourceKind kind) {
        long id = resources.pool(kind).id();
        return resource -> resource == id;
    }

    /** The nurses of the house as their day says it: shift, breaks and closures. */
    private List<Nurse> nurses(LocalDate day) {
        Map<Long, String> names = resources.all().stream()
                .filter(each -> each.kind() == ResourceKind.NURSE)
                .collect(Collectors.toMap(Resource::id, Resource::name));
        return names.isEmpty()
                ? List.of()
                : em
                        .createQuery(
                                "select d.resource, d.capacity from ResourceDay d"
                                        + " where d.day = :day and d.resource in :nurses",
                                Object[].class)
                        .setParameter("day", day)
                        .setParameter("nurses", names.keySet())
                        .getResultList()
                        .stream()
                        .map(row -> new Nurse((Long) row[0], names.get((Long) row[0]), (DayVector) row[1]))
                        .toList();
    }

    Optional<LocalDate> dayOf(long visit) {
        return em
                .createQuery("select a.place.day from Appointment a where a.id = :visit", LocalDate.class)
                .setParameter("visit", visit)
                .getResultList()
                .stream()
                .findFirst();
    }

    void write(VisitNurse decided) {
        em.merge(decided);
        em.flush();
    }

    void forget(long visit) {
        Optional.ofNullable(em.find(VisitNurse.class, visit)).ifPresent(em::remove);
        em.flush();
    }
}
