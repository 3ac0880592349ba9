package clinic.infusion;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The estimates of all series: owed when one is planned, anew when it has another number of visits, until it ends. */
@ApplicationScoped
class Estimates {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private ClinicProfile profile;

    void planned(@Observes InfusionEvents.SeriesPlanned event) {
        shelf.find(event.series())
                .ifPresent(series -> em.persist(new SeriesEstimate(
                        series.id(),
                        event.visits().size(),
                        EstimateRule.due(profile.today(), first(event.visits()), profile.calendar()::isOpen),
                        now())));
    }

    void changed(@Observes InfusionEvents.SeriesChanged event) {
        shelf.find(event.series()).filter(any -> !event.plan().isEmpty()).ifPresent(series -> {
            int visits = (int) shelf.standing(series).stream()
                    .filter(visit -> !visit.isGone())
                    .count();
            List<SeriesEstimate> before = rows(series.id());
            if (before.isEmpty() || before.get(0).visits() != visits) {
                fallAway(series.id());
                em.persist(new SeriesEstimate(
                        series.id(),
                        visits,
                        Optional.of(
                                EstimateRule.renewed(profile.today(), first(event.plan()), profile.calendar()::isOpen)),
                        now()));
            }
        });
    }

    void restored(@Observes InfusionEvents.SeriesRestored event) {
        rows(event.series()).stream().findFirst().ifPresent(SeriesEstimate::reopen);
    }

    /** What is still owed is owed no more. */
    void fallAway(long series) {
        open(series).ifPresent(estimate -> estimate.fallAway(now()));
    }

    Optional<SeriesEstimate> open(long series) {
        return rows(series).stream().filter(SeriesEstimate::isOpen).findFirst();
    }

    /** The latest first. */
    List<Estimate> of(long series) {
        return rows(series).stream().map(SeriesEstimate::told).toList();
    }

    /** By when those of them are owed one that are, by series. */
    Map<Long, LocalDate> due(Collection<Long> series) {
        return series.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select e.series, min(e.due) from SeriesEstimate e where e.series in :series"
                                        + " and e.due is not null and e.givenAt is null and e.closedAt is null"
                                        + " group by e.series",
                                Object[].class)
                        .setParameter("series", series)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (LocalDate) row[1]));
    }

    private List<SeriesEstimate> rows(long series) {
        return em.createQuery(
                        "select e from SeriesEstimate e where e.series = :series order by e.id desc",
                        SeriesEstimate.class)
                .setParameter("series", series)
                .getResultList();
    }

    private static LocalDate first(List<Notice> visits) {
        return visits.stream()
                .map(visit -> visit.slot().day())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private Instant now() {
        return profile.now().toInstant();
    }
}
