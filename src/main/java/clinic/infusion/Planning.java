package clinic.infusion;

import clinic.booking.BookingRefused;
import clinic.booking.BookingRules;
import clinic.booking.Diary;
import clinic.booking.FreeTimes;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Treatment;
import clinic.booking.TreatmentClaims;
import clinic.booking.VisitKind;
import clinic.booking.VisitRules;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a plan needs to know of the house and of the patient, once, and lets the planner think about it. */
@ApplicationScoped
class Planning {
    @Inject
    private Protocols protocols;

    @Inject
    private Patients patients;

    @Inject
    private FreeTimes freeTimes;

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

    /** The best plans, at most five; {@link NoLegalPlan} if there is none. */
    List<Proposal> proposals(ProposalRequest request) {
        ProtocolVersion version = version(request);
        Protocol protocol = version.protocol();
        BookingRules rules = freeTimes.rules(VisitKind.INFUSION);
        long patient = patients.living(request.patient()).orElseThrow().id();
        Asked asked = Asked.of(request, patient, protocol, diary.lastTreatment(patient, rules.lastDay()), rules);
        for (Wishes sooner : asked.wishes().soonestFirst(protocol.windowDays())) {
            List<Proposal> found = look(asked.with(sooner), sooner.earliest()).find();
            if (!found.isEmpty()) {
                return found;
            }
        }
        ProposalSearch whole = look(asked, rules.today());
        throw new NoLegalPlan(whole.explain().closedOn(closed(asked.wishes(), whole)), version.numbers());
    }

    private ProtocolVersion version(ProposalRequest request) {
        List<Refusal> refusals = new ArrayList<>();
        if (patients.living(request.patient()).isEmpty()) {
            refusals.add(Refusal.of(Reason.UNKNOWN_PATIENT, "patientId"));
        }
        Optional<ProtocolVersion> version = protocols.inUse(request.protocol());
        if (version.isEmpty()) {
            refusals.add(Refusal.of(Reason.UNKNOWN_PROTOCOL, "protocol"));
        }
        refusals.addAll(Asked.refusals(request, freeTimes.rules(VisitKind.INFUSION)));
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        return version.orElseThrow();
    }

    private ProposalSearch look(Asked asked, LocalDate from) {
        LocalDate to = asked.wishes().latest();
        Protocol protocol = asked.protocol();
        List<Resource> all = courseCalendar.rooms();
        List<Resource> rooms = resources.serving(ResourceKind.ROOM, protocol.room());
        Loads loads = ledger.read(
                from,
                to,
                Ledger.NO_HOLD,
                Stream.concat(
                                all.stream(),
                                Stream.of(ResourceKind.values())
                                        .filter(ResourceKind::isPool)
                                        .map(resources::pool))
                        .map(Resource::id)
                        .toList());
        CourseDays days = courseCalendar.between(from, to, loads);
        Treatment treatment = protocol.treatment();
        Optional<Footprint> first =
                asked.last().isEmpty() && !treatment.firstEver().equals(treatment)
                        ? Optional.of(footprint(treatment.firstEver()))
                        : Optional.empty();
        Offers offers = new HouseOffers(
                new HouseOffers.House(
                        loads, rooms, all, resources.pool(ResourceKind.HANDS).id()),
                footprint(treatment),
                first,
                permit(asked.patient(), from, to));
        return new ProposalSearch(
                protocol,
                Price.USUAL,
                asked.wishes(),
                days,
                asked.sinceTheLast(offers),
                rooms.stream().collect(Collectors.toMap(Resource::id, Function.identity())),
                asked.last());
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
    private HouseOffers.Permit permit(long patient, LocalDate from, LocalDate to) {
        LocalDateTime now = profile.now().toLocalDateTime();
        int grid = QuarterHours.quarters(visitRules.of(VisitKind.INFUSION).gridMinutes());
        Map<LocalDate, List<Diary.Entry>> hers = diary.of(patient, from, to).stream()
                .collect(Collectors.groupingBy(entry -> entry.slot().day()));
        return (day, visit) -> visit.start() % grid == 0
                && !day.atTime(visit.startsAt()).isBefore(now)
                && hers.getOrDefault(day, List.of()).stream()
                        .noneMatch(entry ->
                                entry.kind().isInfusion() || entry.slot().span().overlaps(visit));
    }

    /** The days of the week she wishes for on which the house would be open, were it not closed. */
    private List<LocalDate> closed(Wishes wishes, ProposalSearch search) {
        ClinicCalendar calendar = profile.calendar();
        return wishes.earliest()
                .datesUntil(wishes.latest().plusDays(1))
                .filter(day ->
                        calendar.week().containsKey(day.getDayOfWeek()) && wishes.allow(day) && !search.isOpen(day))
                .toList();
    }
}
