package clinic.infusion;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.patient.Patient;
import clinic.patient.Patients;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Where a prescriber decides whether a patient may be treated. */
@Retried
@ApplicationScoped
public class EligibilityDesk {
    @Inject
    private Eligibilities eligibilities;

    @Inject
    private Patients patients;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private SeriesKeeper keeper;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /** What was decided last; nothing if nobody did. */
    @Transactional
    public Optional<Eligibility> of(Actor actor, long patient) {
        actor.must(Task.READ);
        return eligibilities.of(patients.getLiving(patient).id());
    }

    /**
     * Decides; a series of hers that waited for it is planned from now on, and the other way round.
     *
     * @param reason must be given when she may not
     */
    @Transactional
    public Eligibility decide(Actor actor, long patientId, boolean eligible, Optional<String> reason) {
        actor.must(Task.DECIDE);
        Optional<String> why = VisitDesk.checked(reason);
        if (!eligible && why.isEmpty()) {
            throw SeriesDesk.refused(Refusal.of(Reason.REQUIRED, "reason"));
        }
        Patient patient = patients.lockLiving(patientId)
                .orElseThrow(() -> SeriesDesk.refused(Refusal.of(Reason.UNKNOWN_PATIENT, "patientId")));
        Eligibility decided = new Eligibility(
                patient.id(),
                eligible,
                profile.today(),
                actor.name(),
                profile.now().toInstant(),
                why);
        eligibilities.add(decided);
        deeds.fire(Deed.done(actor, eligible ? "ELIGIBLE" : "NOT_ELIGIBLE", "PATIENT", patient.id())
                .reason(why));
        shelf.running(patient.id())
                .map(series -> shelf.lock(series.id()))
                .ifPresent(series -> keeper.settle(series, actor, SeriesStep.ELIGIBILITY, Optional.empty()));
        return decided;
    }
}
