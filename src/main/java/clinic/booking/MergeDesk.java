package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.PatientMerged;
import clinic.patient.PatientsMerging;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of visits when two records of a patient are made one. Whatever booking would refuse to one patient who
 * had all of it keeps the records apart: visits across each other, two infusions on one day, two running series, a
 * minor in a series nobody decided about.
 */
@ApplicationScoped
public class MergeDesk {
    @Inject
    private Appointments appointments;

    @Inject
    private StaffVisits visits;

    @Inject
    private Instance<MergeObjection> others;

    @Inject
    private ClinicProfile profile;

    /** A visit of each record, at the same time. */
    public record Clash(StaffVisit one, StaffVisit other) {}

    /** What stands in the way of making them one, from today on. */
    @Transactional
    public List<Clash> clashes(Actor actor, long one, long other) {
        actor.must(Task.WRITE);
        return appointments.clashes(one, other, profile.today()).stream()
                .map(pair -> new Clash(
                        visits.get(actor, pair.one().id()),
                        visits.get(actor, pair.other().id())))
                .toList();
    }

    /** Refuses what booking would refuse, all of it at once. Both records are locked. */
    void merging(@Observes PatientsMerging merging) {
        List<Refusal> refusals = new ArrayList<>();
        appointments.clashes(merging.kept(), merging.gone(), profile.today()).stream()
                .map(MergeDesk::refusal)
                .forEach(refusals::add);
        appointments.sameDay(merging.kept(), merging.gone(), profile.today()).stream()
                .map(MergeDesk::oneADay)
                .forEach(refusals::add);
        others.forEach(other -> refusals.addAll(other.against(merging.kept(), merging.gone())));
        if (!refusals.isEmpty()) {
            throw new MergeRefused(refusals);
        }
    }

    /** All visits are the kept record's. */
    void merged(@Observes PatientMerged merged) {
        appointments.handOver(merged.gone(), merged.kept());
    }

    private static Refusal oneADay(Appointments.Pair pair) {
        return new Refusal(
                Reason.ONE_A_DAY,
                "gone",
                Map.of(
                        "both",
                        true,
                        "day",
                        pair.one().slot().day(),
                        "from",
                        pair.one().slot().span().startsAt(),
                        "otherFrom",
                        pair.other().slot().span().startsAt()));
    }

    private static Refusal refusal(Appointments.Pair pair) {
        return new Refusal(
                Reason.VISITS_OVERLAP,
                "gone",
                Map.of(
                        "day", pair.one().slot().day(),
                        "name", pair.one().kind(),
                        "from", pair.one().slot().span().startsAt(),
                        "to", pair.one().slot().span().endsAt(),
                        "otherName", pair.other().kind(),
                        "otherFrom", pair.other().slot().span().startsAt(),
                        "otherTo", pair.other().slot().span().endsAt()));
    }
}
