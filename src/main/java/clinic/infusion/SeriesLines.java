package clinic.infusion;

import clinic.booking.Status;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.protocol.Protocols;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Series as lines of a list, each with what it waits for: a handful of questions, however long the list. */
@ApplicationScoped
class SeriesLines {
    // No treatment, had or booked, since it has been time for another.
    private static final String BOOSTER = " and not exists (select a.id from Appointment a where a.patient = s.patient"
            + " and a.kind = :kind and a.status not in :gone and a.place.day > :last)";
    private static final String ESTIMATE = " and exists (select e.id from SeriesEstimate e where e.series = s.id"
            + " and e.due is not null and e.givenAt is null and e.closedAt is null)";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Protocols protocols;

    @Inject
    private Boosters boosters;

    @Inject
    private Estimates estimates;

    @Inject
    private ClinicProfile profile;

    private record Row(long series, int no, Status status, Slot slot) {}

    SeriesList of(SeriesQuery query) {
        Recipes recipes = recipes();
        List<Series> found = matching(query, recipes);
        return new SeriesList(
                lines(found, recipes).stream()
                        .filter(line -> query.due().isEmpty()
                                || line.waitsFor(query.due().get(), profile.today()))
                        .toList(),
                found.size() < query.most()
                        ? Optional.empty()
                        : Optional.of(found.get(found.size() - 1).id()));
    }

    SeriesLine of(Series series) {
        return lines(List.of(series), recipes()).get(0);
    }

    Optional<Booster> booster(Series series) {
        return of(series).due().stream().flatMap(due -> due.booster().stream()).findFirst();
    }

    private List<Series> matching(SeriesQuery query, Recipes recipes) {
        Collection<SeriesState> states = states(query);
        if (states.isEmpty()) {
            return List.of();
        }
        Optional<Due.What> due = query.due();
        TypedQuery<Series> asked = em.createQuery(
                        "select s from Series s where s.state in :states and s.id < :before"
                                + due.map(SeriesLines::condition).orElse("") + " order by s.id desc",
                        Series.class)
                .setParameter("states", states)
                .setParameter("before", query.before())
                .setMaxResults(query.most());
        if (due.filter(Due.What.BOOSTER::equals).isPresent()) {
            asked.setParameter("kind", VisitKind.INFUSION)
                    .setParameter("gone", Status.GONE)
                    .setParameter("last", profile.today().minusDays(recipes.shortestBoosterGap()));
        }
        return asked.getResultList();
    }

    private static String condition(Due.What due) {
        return switch (due) {
            case CHECKPOINT, GAP -> "";
            case BOOSTER -> BOOSTER;
            case ESTIMATE -> ESTIMATE;
        };
    }

    /** Where those stand that are looked for; nowhere, if what they wait for is of another state. */
    private static Collection<SeriesState> states(SeriesQuery query) {
        List<SeriesState> asked = query.state().map(List::of).orElse(List.of(SeriesState.values()));
        return query.due()
                .flatMap(due -> switch (due) {
                    case CHECKPOINT -> Optional.of(SeriesState.AT_CHECKPOINT);
                    case GAP -> Optional.of(SeriesState.GAP_BREACH);
                    case BOOSTER -> Optional.of(SeriesState.MAINTENANCE);
                    case ESTIMATE -> Optional.<SeriesState>empty();
                })
                .map(only -> asked.contains(only) ? List.of(only) : List.<SeriesState>of())
                .orElse(asked);
    }

    private List<SeriesLine> lines(List<Series> found, Recipes recipes) {
        List<Long> ids = found.stream().map(Series::id).toList();
        Map<Long, List<Row>> visits = visits(ids);
        Map<Long, LocalDate> owed = estimates.due(ids);
        Map<Long, Booster> maintained = boosters.of(
                found.stream()
                        .filter(series -> series.state() == SeriesState.MAINTENANCE)
                        .collect(Collectors.toMap(Function.identity(), series -> recipes.of(series)
                                .room())),
                recipes.inUse());
        return found.stream()
                .map(series -> {
                    List<Row> rows = visits.getOrDefault(series.id(), List.of());
                    return line(
                            series,
                            rows,
                            Stream.of(
                                            decision(series, rows, recipes),
                                            Optional.ofNullable(maintained.get(series.id()))
                                                    .map(Due::booster),
                                            Optional.ofNullable(owed.get(series.id()))
                                                    .map(Due::estimate))
                                    .flatMap(Optional::stream)
                                    .toList());
                })
                .toList();
    }

    private static Optional<Due> decision(Series series, List<Row> rows, Recipes recipes) {
        Optional<LocalDate> next = next(rows).map(Slot::day);
        return switch (series.state()) {
            case AT_CHECKPOINT -> Optional.of(Due.checkpoint(checkpoint(series, rows, recipes), next));
            case GAP_BREACH -> Optional.of(Due.gap(next));
            default -> Optional.empty();
        };
    }

    private static int checkpoint(Series series, List<Row> rows, Recipes recipes) {
        return SeriesLife.checkpoint(
                recipes.of(series),
                rows.stream()
                        .map(row -> new SeriesLife.Standing(
                                row.no(), row.status(), row.slot().day()))
                        .toList());
    }

    private static Optional<Slot> next(List<Row> rows) {
        return rows.stream().filter(row -> row.status().isOpen()).map(Row::slot).findFirst();
    }

    /** Those that did not fall away, by series, in order of time. */
    private Map<Long, List<Row>> visits(List<Long> series) {
        return series.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select a.course.series, a.course.no, a.status, a.place.day, a.place.start, a.place.end"
                                        + " from Appointment a where a.course.series in :series"
                                        + " and a.status not in :gone order by a.place.day, a.place.start",
                                Object[].class)
                        .setParameter("series", series)
                        .setParameter("gone", Status.GONE)
                        .getResultList()
                        .stream()
                        .map(row -> new Row(
                                (Long) row[0],
                                (Integer) row[1],
                                (Status) row[2],
                                new Slot((LocalDate) row[3], new QuarterHours((Integer) row[4], (Integer) row[5]))))
                        .collect(Collectors.groupingBy(Row::series));
    }

    private static SeriesLine line(Series series, List<Row> visits, List<Due> due) {
        return new SeriesLine(
                series.id(),
                series.protocol(),
                series.protocolVersion(),
                series.state(),
                series.patient().id(),
                series.patient().firstName(),
                series.patient().lastName(),
                (int) visits.stream().filter(row -> row.status() == Status.DONE).count(),
                visits.size(),
                next(visits),
                due);
    }

    private Recipes recipes() {
        return new Recipes(protocols.all());
    }
}
