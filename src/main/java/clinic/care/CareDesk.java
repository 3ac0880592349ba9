package clinic.care;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.platform.Retried;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Where what is asked, measured and verified on the day is written down. */
@Retried
@ApplicationScoped
public class CareDesk {
    @Inject
    private Checks checks;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /**
     * Writes one check down.
     *
     * @param ok whether it is as it should be; vitals say so themselves
     */
    @Transactional
    public void record(Actor actor, long visit, CheckKind kind, boolean ok, Measured measured, Optional<String> note) {
        actor.must(kind.task());
        StaffVisit seen = visits.among(actor, Set.of(visit)).stream()
                .findFirst()
                .filter(each -> each.kind().isInfusion())
                .orElseThrow(UnknownTreatment::new);
        List<Refusal> refusals = new ArrayList<>(measured.refusals(kind));
        if (seen.status().isOver()) {
            refusals.add(new Refusal(Reason.ILLEGAL_TRANSITION, "status", Map.of()));
        }
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        checks.add(new VisitCheck(
                visit,
                kind,
                ok,
                kind == CheckKind.ORDER ? forWeight(visit) : measured,
                VisitDesk.checked(note),
                actor,
                profile.now().toInstant()));
        deeds.fire(Deed.done(actor, "CHECK", "APPOINTMENT", visit).fields(Set.of(kind.name())));
    }

    /** An order is verified for the weight she has today. */
    private Measured forWeight(long visit) {
        OptionalInt weight =
                checks.lastWeight(visit).map(check -> check.measured().weight()).orElseGet(OptionalInt::empty);
        return weight.isPresent() ? Measured.weight(weight.getAsInt()) : Measured.NOTHING;
    }

    /** All checks of a visit, the first first; values of clinicians only for those who read them. */
    @Transactional
    public List<VisitCheck> of(Actor actor, long visit) {
        actor.must(Task.READ);
        boolean all = actor.may(Task.READ_CLINICAL_NOTES);
        deeds.fire(Deed.done(actor, "READ_CHECKS", "APPOINTMENT", visit));
        return checks.of(visit).stream()
                .filter(check -> all || !check.kind().isClinical())
                .toList();
    }

    /** What the clock says of those under way; one question, however many they are. No value is shown. */
    @Transactional
    public Map<Long, CareClock> clocks(Actor actor, Collection<StaffVisit> some) {
        actor.must(Task.READ);
        List<StaffVisit> under = some.stream()
                .filter(visit -> visit.treatment().isPresent()
                        && visit.status().compareTo(Status.PREPARING) >= 0
                        && !visit.status().isOver())
                .toList();
        Map<Long, List<CareClock.Taken>> vitals =
                checks.vitals(under.stream().map(StaffVisit::id).toList());
        return under.stream()
                .collect(Collectors.toMap(
                        StaffVisit::id,
                        visit -> CareClock.of(
                                visit.status(),
                                visit.since(),
                                visit.treatment().orElseThrow(),
                                vitals.getOrDefault(visit.id(), List.of()))));
    }
}
