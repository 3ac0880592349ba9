package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.PatientMerged;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/**
 * What becomes of visits when two records of a patient are made one. Nobody can be at two visits at once, so while open
 * visits of the two lie across each other the records stay two.
 */
@ApplicationScoped
public class MergeDesk {
    @Inject
    private Appointments appointments;

    @Inject
    private StaffVisits visits;

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

    /** Her visits are all hers, or the merge is refused. Both records are locked. */
    void merged(@Observes PatientMerged merged) {
        List<Refusal> refusals = appointments.clashes(merged.kept(), merged.gone(), profile.today()).stream()
                .map(MergeDesk::refusal)
                .toList();
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        appointments.handOver(merged.gone(), merged.kept());
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
