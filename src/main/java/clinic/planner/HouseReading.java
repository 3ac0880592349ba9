package clinic.planner;

import clinic.booking.Diary;
import clinic.booking.Treatment;
import clinic.booking.TreatmentClaims;
import clinic.booking.VisitKind;
import clinic.booking.VisitRules;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.protocol.Protocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the house for a span of days by one range of the ledger, as somebody would find it who plans for a patient. */
@ApplicationScoped
public class HouseReading {
    static final Given NOTHING_GIVEN = new Given(List.of(), Set.of());

    @Inject
    private VisitRules visitRules;

    @Inject
    private TreatmentClaims claims;

    @Inject
    private Diary diary;

    @Inject
    private Ledger ledger;

    @Inject
    private Resources resources;

    @Inject
    private CourseCalendar courseCalendar;

    @Inject
    private ClinicProfile profile;

    /** Visits of hers that would give up their places, and what they claim. */
    public record Given(List<Claim> claims, Set<Long> visits) {}

    /**
     * @param days every day of the span on which somebody can be treated
     * @param rooms those fitted for the protocol
     */
    public record House(CourseDays days, HouseOffers offers, List<Resource> rooms) {}

    /**
     * Who looks, and at what.
     *
     * @param firstEver whether the first visit would be her first treatment here
     * @param to last day, inclusive
     */
    public record Look(Protocol protocol, long patient, boolean firstEver, LocalDate from, LocalDate to, Given given) {}

    /** All that treatments may need in a span of days, both ends inclusive. */
    public Loads read(LocalDate from, LocalDate to) {
        return ledger.read(from, to, Ledger.NO_HOLD, needed(courseCalendar.rooms()));
    }

    public House of(Look look) {
        return of(look, read(look.from(), look.to()));
    }

    /**
     * @param read at least the days she looks at
     */
    public House of(Look look, Loads read) {
        List<Resource> all = courseCalendar.rooms();
        List<Resource> rooms =
                resources.serving(ResourceKind.ROOM, look.protocol().room());
        Loads loads = read.without(look.given().claims());
        Treatment treatment = look.protocol().treatment();
        Optional<Footprint> first = look.firstEver() && !treatment.firstEver().equals(treatment)
                ? Optional.of(footprint(treatment.firstEver()))
                : Optional.empty();
        HouseOffers offers = new HouseOffers(
                new HouseOffers.House(
                        loads,
                        rooms,
                        all,
                        resources.pool(ResourceKind.HANDS).id(),
                        resources.pool(ResourceKind.CARE).id()),
                footprint(treatment),
                first,
                permit(look.patient(), look.from(), look.to(), look.given()));
        return new House(courseCalendar.between(look.from(), look.to(), loads), offers, rooms);
    }

    private List<Long> needed(List<Resource> rooms) {
        return Stream.concat(
                        rooms.stream(),
                        resources.all().stream()
                                .filter(each -> each.kind().isPool() || each.kind() == ResourceKind.NURSE))
                .map(Resource::id)
                .toList();
    }

    /** Read off the earliest slot of a day: that of any other is the same, later. */
    private Footprint footprint(Treatment treatment) {
        long any = resources.serving(ResourceKind.ROOM, treatment.purpose()).stream()
                .findFirst()
                .map(Resource::id)
                .orElse(0L);
        Slot slot = new Slot(profile.today(), new QuarterHours(0, treatment.quarters()));
        return Footprint.of(slot, any, claims.of(treatment, slot, any));
    }

    /** Not over yet, on the clinic's grid, not across her other visits, and no second treatment on one day. */
    private HouseOffers.Permit permit(long patient, LocalDate from, LocalDate to, Given given) {
        LocalDateTime now = profile.now().toLocalDateTime();
        int grid = QuarterHours.quarters(visitRules.of(VisitKind.INFUSION).gridMinutes());
        Map<LocalDate, List<Diary.Entry>> hers = diary.of(patient, from, to).stream()
                .filter(entry -> !given.visits().contains(entry.visit()))
                .collect(Collectors.groupingBy(entry -> entry.slot().day()));
        return (day, visit) -> visit.start() % grid == 0
                && !day.atTime(visit.startsAt()).isBefore(now)
                && hers.getOrDefault(day, List.of()).stream()
                        .noneMatch(entry ->
                                entry.kind().isInfusion() || entry.slot().span().overlaps(visit));
    }
}
