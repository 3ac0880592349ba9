package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.CourseStanding;
import clinic.calendar.ClinicProfile;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Loads;
import clinic.capacity.Resources;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The running series whose visits lost their time. The audit of the ledger names those visits; nobody keeps a list. */
@ApplicationScoped
class StrandedSeries {
    @Inject
    private LedgerAudit audit;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private CourseBook book;

    @Inject
    private Repairs repairs;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /**
     * One of them, with all there is to know for repairing it.
     *
     * @param asHers the same as if she agreed, where that makes a difference and she was not asked yet
     */
    record Case(BrokenSeries broken, RepairCase read, Optional<RepairCase> asHers) {
        /** Visits that are given another time only if she agrees, and she was not asked: she is called first. */
        List<Integer> unasked() {
            return asHers.isEmpty()
                    ? List.of()
                    : broken.lost().stream()
                            .filter(BrokenSeries.Lost::hers)
                            .map(BrokenSeries.Lost::no)
                            .toList();
        }
    }

    /**
     * @param unread those for which there was no time
     * @param house as it is, with everything the cases look at
     */
    record Read(List<Case> cases, List<BrokenSeries> unread, Loads house) {}

    /**
     * In order of the first visit that is lost.
     *
     * @param day only those that lost a visit of that day, if it is given; all they lost is told
     */
    List<BrokenSeries> broken(Actor actor, Optional<LocalDate> day) {
        deeds.fire(Deed.listed(actor, SeriesDesk.SERIES, "stranded").fields(Set.of("phone")));
        return found(day).stream().map(Found::broken).toList();
    }

    /**
     * @param agreed the series whose patients agreed that visits move that are near or confirmed
     * @param inTime asked before each of them
     */
    Read read(Actor actor, Optional<LocalDate> day, Set<Long> agreed, BooleanSupplier inTime) {
        deeds.fire(Deed.listed(actor, SeriesDesk.SERIES, "stranded").fields(Set.of("phone")));
        List<Found> found = found(day);
        LocalDate today = profile.today();
        Loads house = repairs.house(found.stream()
                .map(each -> each.standing().get(0).slot().day())
                .filter(first -> first.isBefore(today))
                .min(Comparator.naturalOrder())
                .orElse(today));
        List<Case> cases = new ArrayList<>();
        List<BrokenSeries> unread = new ArrayList<>();
        for (Found each : found) {
            if (inTime.getAsBoolean()) {
                cases.add(read(each, agreed, house));
            } else {
                unread.add(each.broken());
            }
        }
        return new Read(cases, unread, house);
    }

    private Case read(Found found, Set<Long> agreed, Loads house) {
        boolean consent = agreed.contains(found.series().id());
        LocalDateTime now = profile.now().toLocalDateTime();
        boolean matters =
                found.standing().stream().anyMatch(visit -> visit.status().isOpen() && CourseRepair.isHers(visit, now));
        return new Case(
                found.broken(),
                repairs.read(found.series(), found.standing(), found.asked(consent), Optional.of(house)),
                matters && !consent
                        ? Optional.of(
                                repairs.read(found.series(), found.standing(), found.asked(true), Optional.of(house)))
                        : Optional.empty());
    }

    private record Found(Series series, List<CourseStanding> standing, BrokenSeries broken) {
        RepairAsked asked(boolean withConsent) {
            return new RepairAsked(
                    Optional.empty(),
                    Set.of(),
                    broken.lost().stream().map(BrokenSeries.Lost::no).collect(Collectors.toUnmodifiableSet()),
                    withConsent);
        }
    }

    private List<Found> found(Optional<LocalDate> day) {
        Set<Long> stranded = new HashSet<>(audit.audit(profile.today()).stranded());
        List<Found> found = new ArrayList<>();
        for (Series series : shelf.runningWith(stranded)) {
            List<CourseStanding> standing = book.standing(series.id());
            Found one = new Found(
                    series,
                    standing,
                    broken(
                            series,
                            standing.stream()
                                    .filter(visit ->
                                            visit.status().isOpen() && stranded.contains(visit.appointment()))));
            boolean asked = one.broken().lost().stream()
                    .anyMatch(lost -> day.map(lost.slot().day()::equals).orElse(true));
            if (asked) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparing(each -> each.broken().lost().get(0).slot()));
        return found;
    }

    private BrokenSeries broken(Series series, Stream<CourseStanding> lost) {
        LocalDateTime now = profile.now().toLocalDateTime();
        return new BrokenSeries(
                series.id(),
                series.protocol(),
                series.patient().id(),
                series.patient().firstName(),
                series.patient().lastName(),
                series.patient().dialed(),
                lost.map(visit -> new BrokenSeries.Lost(
                                visit.no(),
                                visit.slot(),
                                resources.find(visit.room()).orElseThrow(),
                                CourseRepair.isHers(visit, now)))
                        .toList());
    }
}
