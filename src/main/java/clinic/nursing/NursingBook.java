package clinic.nursing;

import clinic.booking.Status;
import clinic.booking.Treatment;
import clinic.booking.TreatmentClaims;
import clinic.booking.VisitKind;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Ledger;
import clinic.capacity.NursingLoad;
import clinic.capacity.Stay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who was put in charge of whom, read with the visits as they are: two questions for a day, however many come. */
@ApplicationScoped
class NursingBook {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TreatmentClaims claims;

    @Inject
    private Ledger ledger;

    /** Those that are over had a nurse if somebody decided one; nobody is suggested any more. */
    NursingDay on(LocalDate day) {
        List<Stay> stays = new ArrayList<>();
        List<VisitNurse> decided = new ArrayList<>();
        Set<Long> begun = new HashSet<>();
        em.createQuery(
                        "select a.id, a.place.start, a.place.end, a.place.room, a.treatment, n, a.status from Appointment a"
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
                    stays.addAll(stays(row, day));
                    if (((Status) row[6]).compareTo(Status.IN_PROGRESS) >= 0) {
                        begun.add((Long) row[0]);
                    }
                    Optional.ofNullable((VisitNurse) row[5]).ifPresent(decided::add);
                });
        NursingLoad nursing = stays.isEmpty() ? NursingLoad.NOTHING : ledger.nursingOn(day);
        return NursingDay.of(
                day,
                nursing.nurses(),
                stays,
                decided.stream()
                        .sorted(Comparator.comparing(VisitNurse::at)
                                .thenComparingLong(each -> each.decided().visit()))
                        .map(VisitNurse::decided)
                        .toList(),
                begun,
                nursing.affected());
    }

    private List<Stay> stays(Object[] row, LocalDate day) {
        QuarterHours span = new QuarterHours((Integer) row[1], (Integer) row[2]);
        return ledger.stays((Long) row[0], claims.of((Treatment) row[4], new Slot(day, span), (Long) row[3]));
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
