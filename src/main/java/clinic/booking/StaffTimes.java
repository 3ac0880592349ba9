package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a time may be had, asked in the same words before a booking and inside it: the rules of the calendar, the
 * ledger, the patient's other visits and what a series or a decision has against it, all of them at once. The
 * {@link TimeGate} asks here under the locks; a page asks here what it may offer.
 */
@ApplicationScoped
class StaffTimes {
    private static final int ALTERNATIVES = 5;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Appointments appointments;

    @Inject
    private Objections objections;

    @Inject
    private NurseRoster roster;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    /** What was found: where the visit can be, or all that speaks against it. */
    record Finding(List<Refusal> refusals, Optional<Placement> placement) {}

    /** Everything of the ledger an answer looks at; to be locked by who wants to act on it. */
    List<Claim> touched(TimeAsked asked) {
        Optional<Slot> slot = asked.slot(needs(asked).rule());
        return Stream.concat(
                        slot.stream().flatMap(there -> needs(asked).possibleClaims(there).stream()),
                        asked.given().stream())
                .toList();
    }

    /** Without any lock: it may be another's in the next moment. */
    Finding look(TimeAsked asked) {
        LocalDate day = asked.start().toLocalDate();
        return find(asked, freeTimes.read(day, day, Ledger.NO_HOLD));
    }

    /** Everything: where it can be, and what the patient's series and decisions have against it. */
    Finding find(TimeAsked asked, Loads before) {
        Finding finding = place(asked, before);
        List<Refusal> objections = objections(asked, asked.start().toLocalDate());
        if (objections.isEmpty()) {
            return finding;
        }
        return new Finding(
                Stream.concat(finding.refusals().stream(), objections.stream())
                        .distinct()
                        .toList(),
                Optional.empty());
    }

    /** What was found for several visits of one series: where each can be, or all that speaks against it, by number. */
    record Together(Map<Integer, Placement> placements, Map<Integer, List<Refusal>> conflicts) {}

    /**
     * Each is asked beside the ones before it.
     *
     * @param asked in the order of time
     */
    Together together(Map<Integer, TimeAsked> asked, Loads before) {
        Map<Integer, Placement> placements = new TreeMap<>();
        Map<Integer, List<Refusal>> conflicts = new TreeMap<>();
        Loads loads = before;
        for (Map.Entry<Integer, TimeAsked> each : asked.entrySet()) {
            Finding finding = find(each.getValue(), loads);
            if (finding.placement().isPresent()) {
                placements.put(each.getKey(), finding.placement().get());
                loads = loads.promising(finding.placement().get().claims());
            } else {
                conflicts.put(
                        each.getKey(), finding.refusals().stream().distinct().toList());
            }
        }
        return new Together(placements, conflicts);
    }

    /** What speaks against a visit that kept its claims counting again: the patient's other visits, the series, decisions. */
    List<Refusal> standing(TimeAsked asked) {
        Slot slot = asked.visit().orElseThrow().from().slot();
        Obstacles obstacles = new Obstacles(needs(asked), Loads.none(), neighbours(asked, slot));
        return Stream.of(
                        rules(asked).refusals(asked.start()).stream()
                                .filter(refusal -> refusal.reason() == Reason.IN_THE_PAST
                                        && asked.terms().minds(refusal.reason())),
                        hers(asked, slot, obstacles),
                        objections(asked, slot.day()).stream())
                .flatMap(Function.identity())
                .toList();
    }

    private List<Neighbour> neighbours(TimeAsked asked, Slot slot) {
        return appointments.neighbours(slot.day(), asked.visitId()).stream()
                .filter(other -> !asked.leaving().contains(other.visit()))
                .toList();
    }

    /** What speaks against it of the patient's other visits. */
    private static Stream<Refusal> hers(TimeAsked asked, Slot slot, Obstacles obstacles) {
        return Stream.of(
                        obstacles.busy(asked.patient(), slot),
                        asked.kind().isInfusion() ? obstacles.another(asked.patient()) : Optional.<Refusal>empty())
                .flatMap(Optional::stream);
    }

    private List<Refusal> objections(TimeAsked asked, LocalDate day) {
        return objections.to(asked.coming()).apply(day).stream()
                .filter(refusal -> !(asked.overrideOfGaps() && Verdict.OVERRIDABLE.contains(refusal.reason())))
                .toList();
    }

    /** Where it can be, whatever a series has against it. */
    Finding place(TimeAsked asked, Loads before) {
        Loads loads = before.without(asked.given());
        List<Refusal> refusals = new ArrayList<>(rules(asked).refusals(asked.start()));
        refusals.removeIf(refusal -> !asked.terms().minds(refusal.reason()));
        refusals.addAll(unsuitable(asked));
        VisitNeeds needs = needs(asked);
        Optional<Slot> slot = asked.slot(needs.rule());
        if (slot.isEmpty()) {
            return new Finding(refusals, Optional.empty());
        }
        boolean dayRefused = refusals.stream().anyMatch(StaffTimes::isOfTheDay);
        Obstacles obstacles = new Obstacles(needs, loads, neighbours(asked, slot.get()));
        if (!dayRefused
                && !asked.kind().isInfusion()
                && !freeTimes.needs(asked.kind()).isEverOpen(slot.get(), loads)) {
            refusals.add(Refusal.ofStart(Reason.CLOSED, Map.of("day", slot.get().day())));
        }
        roster.explained(obstacles.to(slot.get())).stream()
                .filter(refusal -> !dayRefused || refusal.reason() != Reason.NOT_THERE)
                .forEach(refusals::add);
        hers(asked, slot.get(), obstacles).forEach(refusals::add);
        return refusals.isEmpty()
                ? new Finding(List.of(), Optional.of(choose(asked, needs, slot.get(), loads)))
                : new Finding(refusals, Optional.empty());
    }

    private static boolean isOfTheDay(Refusal refusal) {
        return refusal.reason() == Reason.CLOSED
                || refusal.reason() == Reason.OUTSIDE_HOURS
                || refusal.reason() == Reason.IN_THE_PAST;
    }

    /** With whom and where it was, if they are free. */
    private static Placement choose(TimeAsked asked, VisitNeeds needs, Slot slot, Loads loads) {
        return asked.visit()
                .flatMap(moving -> Stream.of(
                                needs.bound(moving.from().clinician())
                                        .bound(moving.from().room()),
                                needs.bound(moving.from().clinician()),
                                needs.bound(moving.from().room()))
                        .flatMap(same -> same.choose(slot, loads, 0).stream())
                        .findFirst())
                .or(() -> needs.choose(slot, loads, 0))
                .orElseThrow(() -> new IllegalStateException("nothing in the way of " + asked + ", yet no place"));
    }

    /** The nearest times that would do; of those the public may have, whoever tries placements in turn knows. */
    List<Slot> alternatives(TimeAsked asked) {
        return asked.terms() == Terms.PATIENT ? List.of() : nearest(asked.withoutOverride());
    }

    /** The nearest times to be had with the same resource and without setting anything aside. */
    List<Slot> nearest(TimeAsked asked) {
        BookingRules rules = rules(needs(asked).rule().withoutLead());
        Function<LocalDate, List<Refusal>> against = objections.to(asked.coming());
        return FreeTimes.nearest(rules, asked.start(), ALTERNATIVES, (from, to) -> free(asked, rules, from, to)
                .filter(slot -> against.apply(slot.day()).isEmpty()));
    }

    /** All the times of that day to be had without setting anything aside. */
    List<Slot> onTheDay(TimeAsked asked) {
        LocalDate day = asked.start().toLocalDate();
        return objections.to(asked.coming()).apply(day).isEmpty()
                ? free(asked, rules(needs(asked).rule().withoutLead()), day, day)
                        .toList()
                : List.of();
    }

    private Stream<Slot> free(TimeAsked asked, BookingRules rules, LocalDate from, LocalDate to) {
        Loads loads = freeTimes.read(from, to, Ledger.NO_HOLD).without(asked.given());
        OtherVisits others = appointments.of(Set.of(asked.patient()), from, to).without(asked.leaving());
        VisitNeeds needs = needs(asked);
        return from.datesUntil(to.plusDays(1))
                .flatMap(day -> FreeTimes.times(day, needs, rules, loads).slots().stream())
                .filter(slot -> others.leave(asked.patient(), asked.visitId(), slot));
    }

    private List<Refusal> unsuitable(TimeAsked asked) {
        if (asked.resource().isEmpty()) {
            return List.of();
        }
        long wanted = asked.resource().getAsLong();
        return resources.all().stream()
                .filter(each -> each.id() == wanted)
                .findFirst()
                .map(found -> found.serves(asked.purpose())
                        ? List.<Refusal>of()
                        : List.of(new Refusal(Reason.NOT_SUITABLE, "resource", Map.of("name", found.name()))))
                .orElseGet(() -> List.of(Refusal.of(Reason.UNKNOWN_RESOURCE, "resource")));
    }

    private VisitNeeds needs(TimeAsked asked) {
        VisitNeeds all = freeTimes.needs(asked.kind(), asked.treatment());
        VisitNeeds needs = asked.exactly()
                .map(there -> all.bound(there.clinician()).bound(there.room()))
                .orElse(all);
        return asked.resource().isPresent() && unsuitable(asked).isEmpty()
                ? needs.bound(asked.resource().getAsLong())
                : needs;
    }

    /** The house rules a booking broke, by name. */
    Set<String> setAside(TimeAsked asked) {
        return Stream.concat(
                        rules(needs(asked).rule().withoutLead()).refusals(asked.start()).stream(),
                        objections(asked.withoutOverride(), asked.start().toLocalDate()).stream())
                .map(Refusal::reason)
                .filter(Verdict.OVERRIDABLE::contains)
                .map(Reason::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private BookingRules rules(TimeAsked asked) {
        return rules(asked.terms().of(needs(asked).rule()));
    }

    private BookingRules rules(VisitRule rule) {
        return new BookingRules(rule, profile.calendar(), profile.now());
    }
}
