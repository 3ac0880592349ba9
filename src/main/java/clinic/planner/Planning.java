package clinic.planner;

import clinic.booking.AgeGate;
import clinic.booking.BookingRefused;
import clinic.booking.BookingRules;
import clinic.booking.Diary;
import clinic.booking.FreeTimes;
import clinic.booking.NurseRoster;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Resource;
import clinic.patient.Patients;
import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import clinic.protocol.ProtocolVersion;
import clinic.protocol.Protocols;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a plan needs to know of the house and of the patient, once, and lets the planner think about it. */
@ApplicationScoped
public class Planning {
    /** No gap of a protocol is longer. */
    private static final int DAYS_FOR_ONE_MORE = 90;

    /** Looked at first; further ahead only if there is nothing. */
    private static final int EIGHT_WEEKS = 56;

    @Inject
    private Protocols protocols;

    @Inject
    private Patients patients;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private NurseRoster roster;

    @Inject
    private AgeGate age;

    @Inject
    private Diary diary;

    @Inject
    private HouseReading reading;

    @Inject
    private ClinicProfile profile;

    /**
     * The best plans, at most five; {@link NoLegalPlan} if there is none.
     *
     * @throws BookingRefused with MINOR where booking would refuse every day for the patient's age
     */
    List<Proposal> proposals(ProposalRequest request) {
        ProtocolVersion version = version(request);
        roster.mustHaveANurse();
        Protocol protocol = version.protocol();
        BookingRules rules = freeTimes.rules(VisitKind.INFUSION);
        long patient = patients.living(request.patient()).orElseThrow().id();
        Asked asked = ofAge(Asked.of(request, patient, protocol, diary.lastTreatment(patient, rules.lastDay()), rules));
        LocalDate eightWeeks = asked.wishes().earliest().plusDays(EIGHT_WEEKS);
        if (eightWeeks.isBefore(asked.wishes().latest())) {
            Wishes nearer = asked.wishes().within(asked.wishes().earliest(), eightWeeks);
            List<Proposal> found = look(asked.with(nearer), nearer.earliest()).find();
            if (!found.isEmpty()) {
                return found;
            }
        }
        ProposalSearch whole = look(asked, rules.today());
        List<Proposal> found = whole.find();
        if (!found.isEmpty()) {
            return found;
        }
        throw new NoLegalPlan(whole.explain().closedOn(closed(asked.wishes(), whole)), version.numbers());
    }

    private Asked ofAge(Asked asked) {
        Wishes wishes = asked.wishes();
        LocalDate first = age.firstDay(asked.patient(), wishes.earliest(), wishes.latest(), "patientId");
        return first.equals(wishes.earliest()) ? asked : asked.with(wishes.within(first, wishes.latest()));
    }

    /** What each of the starts would not keep of the wishes, by its place from 1; those that keep all are not among them. */
    Map<Integer, List<Refusal>> against(ProposalRequest request, List<LocalDateTime> starts) {
        Protocol protocol = version(request).protocol();
        Wishes wishes = Asked.of(
                        request, request.patient(), protocol, Optional.empty(), freeTimes.rules(VisitKind.INFUSION))
                .wishes();
        Map<Integer, List<Refusal>> against = new TreeMap<>();
        for (int no = 1; no <= starts.size(); no++) {
            List<Refusal> broken =
                    wishes.against(starts.get(no - 1), protocol.treatment().quarters());
            if (!broken.isEmpty()) {
                against.put(no, broken);
            }
        }
        return against;
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
        Protocol protocol = asked.protocol();
        HouseReading.House house = reading.of(new HouseReading.Look(
                protocol,
                asked.patient(),
                asked.last().isEmpty(),
                from,
                asked.wishes().latest(),
                HouseReading.NOTHING_GIVEN));
        return new ProposalSearch(
                protocol,
                Price.USUAL,
                asked.wishes(),
                house.days(),
                house.offers(),
                house.rooms().stream().collect(Collectors.toMap(Resource::id, Function.identity())),
                new FirstDay(protocol, Price.USUAL, asked.wishes().earliest(), asked.last()));
    }

    /** The best place for one more visit after those of a series: nearest to the target gap, then to her time of day. */
    public Optional<SeriesPlan.Planned> oneMore(long patient, Protocol protocol, LocalDate last, LocalTime usual) {
        LocalDate today = profile.today();
        LocalDate from = last.isBefore(today) ? today : last.plusDays(1);
        HouseReading.House house = reading.of(new HouseReading.Look(
                protocol, patient, false, from, last.plusDays(DAYS_FOR_ONE_MORE), HouseReading.NOTHING_GIVEN));
        Gap gap = protocol.gap();
        return from.datesUntil(last.plusDays(DAYS_FOR_ONE_MORE + 1))
                .filter(day -> gap.allows(house.days().gap(gap.unit(), last, day)))
                .sorted(Comparator.comparingInt(
                        day -> Math.abs(house.days().gap(gap.unit(), last, day) - gap.target())))
                .flatMap(day -> only(protocol, day, usual, house).stream())
                .findFirst();
    }

    private static Optional<SeriesPlan.Planned> only(
            Protocol protocol, LocalDate day, LocalTime usual, HouseReading.House house) {
        Wishes wishes = new Wishes(day, day, Wishes.ANY_DAY, Wishes.ANY_TIME, Set.of(), Optional.of(usual));
        return new SeriesPlanner(protocol.single(), Price.USUAL)
                .best(1, wishes, house.days(), house.offers()).stream()
                        .flatMap(plan -> plan.visits().stream())
                        .findFirst();
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
