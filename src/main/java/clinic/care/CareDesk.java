package clinic.care;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.platform.Retried;
import clinic.protocol.ClinicalLimits;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where what is asked, measured and verified on the day is recorded and, where it was a mistake, struck out. Neither
 * changes the state of a visit.
 */
@Retried
@ApplicationScoped
public class CareDesk {
    private static final String APPOINTMENT = "APPOINTMENT";
    /** A change as great as this is more often a slip of the keyboard than a change of weight. */
    private static final int TYPING_PERCENT = 10;

    @Inject
    private Checks checks;

    @Inject
    private SeriesLimits limits;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /** Records one entry, as {@link #record(Actor, long, List)} does several. */
    @Transactional
    public void record(Actor actor, long visit, CheckEntry entry) {
        record(actor, visit, List.of(entry));
    }

    /**
     * Records entries, all of them or none; vitals outside their limits are recorded like any.
     *
     * @throws UnknownTreatment when there is no such infusion
     * @throws BookingRefused when a value is missing or implausible, when a weight is far from the last and was not
     *     confirmed, or when the visit is over
     */
    @Transactional
    public void record(Actor actor, long visit, List<CheckEntry> entries) {
        entries.forEach(entry -> actor.must(entry.kind().task()));
        StaffVisit seen = infusion(actor, visit);
        List<Refusal> refusals = new ArrayList<>();
        entries.forEach(entry -> refusals.addAll(refusals(entry)));
        if (seen.status().isOver()) {
            refusals.add(new Refusal(Reason.ILLEGAL_TRANSITION, "status", Map.of()));
        }
        entries.stream()
                .filter(entry -> refusals.isEmpty() && entry.kind() == CheckKind.WEIGHT && !entry.confirmed())
                .flatMap(entry -> changed(seen.patient(), entry.measured()).stream())
                .forEach(refusals::add);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        entries.forEach(entry -> add(actor, seen, entry));
    }

    private static List<Refusal> refusals(CheckEntry entry) {
        List<Refusal> refusals = new ArrayList<>(entry.measured().refusals(entry.kind()));
        if (entry.kind().isMeasured() && !entry.ok()) {
            refusals.add(Refusal.of(Reason.UNKNOWN_FIELD, "ok"));
        }
        return refusals;
    }

    private void add(Actor actor, StaffVisit seen, CheckEntry entry) {
        long visit = seen.id();
        CheckKind kind = entry.kind();
        boolean infusing = seen.status() == Status.IN_PROGRESS;
        checks.add(new VisitCheck(
                visit,
                new CheckEntry(kind, entry.ok(), entry.measured(), entry.confirmed(), VisitDesk.checked(entry.note())),
                kind == CheckKind.ORDER ? forWeight(visit) : entry.measured(),
                infusing,
                entry.measured().outside(limitsOf(seen), infusing).isEmpty(),
                actor,
                profile.now().toInstant()));
        deeds.fire(Deed.done(actor, "CHECK", APPOINTMENT, visit).fields(Set.of(kind.name())));
    }

    private StaffVisit infusion(Actor actor, long visit) {
        return visits.among(actor, Set.of(visit)).stream()
                .findFirst()
                .filter(each -> each.kind().isInfusion())
                .orElseThrow(UnknownTreatment::new);
    }

    private ClinicalLimits limitsOf(StaffVisit visit) {
        return limits.of(visit.course().orElseThrow(UnknownTreatment::new));
    }

    private Optional<Refusal> changed(long patient, Measured measured) {
        Weight now = measured.asWeight().orElseThrow();
        return checks.lastWeight(patient)
                .filter(last -> last.measured()
                        .asWeight()
                        .filter(before -> before.isFurtherThan(TYPING_PERCENT, now))
                        .isPresent())
                .map(last -> new Refusal(
                        Reason.WEIGHT_CHANGED,
                        "weight",
                        Map.of(
                                "now",
                                now.toString(),
                                "before",
                                last.measured().asWeight().orElseThrow().toString(),
                                "day",
                                last.at().atZone(profile.zone()).toLocalDate(),
                                "percent",
                                TYPING_PERCENT)));
    }

    /** An order is verified for the weight of today. */
    private Measured forWeight(long visit) {
        return checks.weight(visit)
                .map(weight -> Measured.weight(weight.grams()))
                .orElse(Measured.NOTHING);
    }

    /**
     * Strikes an entry out: it stays to be read, and no longer counts. Whoever may record such an entry may strike it, and
     * also when the visit is over.
     *
     * @throws UnknownTreatment when the visit has no such entry
     * @throws BookingRefused without a reason, or when it is struck already
     */
    @Transactional
    public void strike(Actor actor, long visit, long check, String reason) {
        actor.must(Task.RECEIVE);
        VisitCheck entry = checks.lock(visit, check).orElseThrow(UnknownTreatment::new);
        actor.must(entry.kind().task());
        String why = VisitDesk.checked(Optional.of(reason))
                .orElseThrow(() -> new BookingRefused(List.of(Refusal.of(Reason.REQUIRED, "reason")), List.of()));
        entry.struck().ifPresent(before -> {
            throw new BookingRefused(List.of(Refusal.of(Reason.ALREADY_STRUCK, "check")), List.of());
        });
        entry.strike(actor, profile.now().toInstant(), why);
        deeds.fire(Deed.done(actor, "STRIKE_CHECK", APPOINTMENT, visit)
                .fields(Set.of(entry.kind().name()))
                .reason(Optional.of(why)));
    }

    /** All entries of a visit, the first first, struck ones too; values of clinicians only for those who read them. */
    @Transactional
    public List<CheckRecord> of(Actor actor, long visit) {
        actor.must(Task.READ);
        boolean all = actor.may(Task.READ_CLINICAL_NOTES);
        deeds.fire(Deed.done(actor, "READ_CHECKS", APPOINTMENT, visit));
        List<VisitCheck> entries = checks.of(visit).stream()
                .filter(check -> all || !check.kind().isClinical())
                .toList();
        if (entries.isEmpty()) {
            return List.of();
        }
        ClinicalLimits hold = limitsOf(infusion(actor, visit));
        return entries.stream().map(check -> check.toRecord(hold)).toList();
    }

    /** What holds for an infusion visit. */
    @Transactional
    public ClinicalLimits limits(Actor actor, StaffVisit visit) {
        actor.must(Task.READ);
        return limitsOf(visit);
    }

    /** What the clock says of those under way; two questions, however many they are. No value is shown. */
    @Transactional
    public Map<Long, CareClock> clocks(Actor actor, Collection<StaffVisit> some) {
        actor.must(Task.READ);
        List<StaffVisit> under = some.stream()
                .filter(visit -> visit.treatment().isPresent()
                        && visit.course().isPresent()
                        && visit.status().compareTo(Status.PREPARING) >= 0
                        && !visit.status().isOver())
                .toList();
        Map<Long, List<VisitCheck>> vitals =
                checks.vitals(under.stream().map(StaffVisit::id).toList());
        Map<Long, ClinicalLimits> all = limits.of(under.stream()
                .map(visit -> visit.course().orElseThrow().series())
                .collect(Collectors.toSet()));
        return under.stream()
                .collect(Collectors.toMap(
                        StaffVisit::id,
                        visit -> CareClock.of(
                                visit.status(),
                                visit.since(),
                                visit.treatment().orElseThrow(),
                                all.get(visit.course().orElseThrow().series()),
                                vitals.getOrDefault(visit.id(), List.of()).stream()
                                        .map(CareClock.Taken::of)
                                        .toList())));
    }
}
