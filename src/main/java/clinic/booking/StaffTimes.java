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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether staff may have a time, asked in the same words before a booking and inside it: the house rules, the ledger and
 * the patient's other visits, all of them at once.
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

    /** With what a series has against it, where the visit belongs to one. */
    Finding find(TimeAsked asked, Loads before) {
        Finding finding = place(asked, before);
        List<Refusal> objections = objections(asked, asked.start().toLocalDate());
        if (objections.isEmpty()) {
            return finding;
        }
        return new Finding(
                Stream.concat(finding.refusals().stream(), objections.stream()).toList(), Optional.empty());
    }

    private List<Refusal> objections(TimeAsked asked, LocalDate day) {
        return objections.to(course(asked)).apply(day).stream()
                .filter(refusal -> !(asked.overrideOfGaps() && Verdict.OVERRIDABLE.contains(refusal.reason())))
                .toList();
    }

    private static Optional<CourseVisit> course(TimeAsked asked) {
        return asked.visit().flatMap(TimeAsked.Moving::course);
    }

    /** Where it can be, whatever a series has against it. */
    Finding place(TimeAsked asked, Loads before) {
        Loads loads = before.without(asked.given());
        List<Refusal> refusals = new ArrayList<>(rules(asked).refusals(asked.start()));
        refusals.addAll(unsuitable(asked));
        VisitNeeds needs = needs(asked);
        Optional<Slot> slot = asked.slot(needs.rule());
        if (slot.isEmpty()) {
            return new Finding(refusals, Optional.empty());
        }
        boolean dayRefused = refusals.stream().anyMatch(StaffTimes::isOfTheDay);
        Obstacles obstacles = new Obstacles(
                needs,
                loads,
                appointments.neighbours(slot.get().day(), asked.visitId()).stream()
                        .filter(other -> !asked.leaving().contains(other.visit()))
                        .toList());
        if (!dayRefused
                && !asked.kind().isInfusion()
                && !freeTimes.needs(asked.kind()).isEverOpen(slot.get(), loads)) {
            refusals.add(Refusal.ofStart(Reason.CLOSED, Map.of("day", slot.get().day())));
        }
        obstacles.to(slot.get()).stream()
                .filter(refusal -> !dayRefused || refusal.reason() != Reason.NOT_THERE)
                .forEach(refusals::add);
        obstacles.busy(asked.patient(), slot.get()).ifPresent(refusals::add);
        if (asked.kind().isInfusion()) {
            obstacles.another(asked.patient()).ifPresent(refusals::add);
        }
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

    /** The nearest times she could have with the same resource and without setting anything aside. */
    List<Slot> nearest(TimeAsked asked) {
        BookingRules rules = rules(needs(asked).rule().withoutLead());
        LocalDate middle = FreeTimes.clamp(asked.start().toLocalDate(), rules.today(), rules.lastDay());
        LocalDate from = FreeTimes.clamp(middle.minusDays(FreeTimes.DAYS_AROUND), rules.today(), rules.lastDay());
        Function<LocalDate, List<Refusal>> against = objections.to(course(asked));
        return free(asked, rules, from, from.plusDays(2L * FreeTimes.DAYS_AROUND - 1))
                .filter(slot -> against.apply(slot.day()).isEmpty())
                .sorted(Comparator.comparing(slot -> FreeTimes.distance(slot, asked.start())))
                .limit(ALTERNATIVES)
                .sorted()
                .toList();
    }

    /** All the times of that day she could have without setting anything aside. */
    List<Slot> onTheDay(TimeAsked asked) {
        LocalDate day = asked.start().toLocalDate();
        return objections.to(course(asked)).apply(day).isEmpty()
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
        VisitNeeds needs = freeTimes.needs(asked.kind(), asked.treatment());
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
        VisitRule rule = needs(asked).rule();
        return rules(asked.override() ? rule.overridden() : rule.withoutLead());
    }

    private BookingRules rules(VisitRule rule) {
        return new BookingRules(rule, profile.calendar(), profile.now());
    }
}
