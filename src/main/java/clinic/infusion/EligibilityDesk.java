package clinic.infusion;

import clinic.booking.BookingRefused;
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
import java.time.LocalDate;
import java.util.List;
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

    /**
     * How it stands with treating a patient on a day.
     *
     * @param decided what was decided last; nothing if nobody did
     * @param minor whether the patient is under 18 on that day
     * @param holds whether the patient may be treated then
     */
    public record Standing(Optional<Eligibility> decided, boolean minor, boolean holds) {}

    /** How it stands on a day. */
    @Transactional
    public Standing on(Actor actor, long patientId, LocalDate day) {
        actor.must(Task.READ);
        Patient patient = patients.getLiving(patientId);
        Optional<Eligibility> decided = eligibilities.of(patient.id());
        boolean adult = patient.adultOn(day);
        return new Standing(
                decided,
                !adult,
                decided.filter(last -> last.holdsOn(day, adult)).isPresent());
    }

    /** What was decided last; nothing if nobody did. */
    @Transactional
    public Optional<Eligibility> of(Actor actor, long patient) {
        actor.must(Task.READ);
        return eligibilities.of(patients.getLiving(patient).id());
    }

    /**
     * Decides; a series of hers that waited for it is planned from now on, and the other way round.
     *
     * @param reason must be given when the patient may not be treated, and for a minor in any case
     */
    @Transactional
    public Eligibility decide(Actor actor, long patientId, boolean eligible, Optional<String> reason) {
        actor.must(Task.DECIDE);
        Optional<String> why = VisitDesk.checked(reason);
        Patient patient = patients.lockLiving(patientId)
                .orElseThrow(() -> SeriesDesk.refused(Refusal.of(Reason.UNKNOWN_PATIENT, "patientId")));
        boolean minor = !patient.adultOn(profile.today());
        if (eligible && minor && why.isEmpty()) {
            throw new BookingRefused(
                    List.of(MinorRule.refusal("reason", profile.today()), Refusal.of(Reason.REQUIRED, "reason")),
                    List.of());
        }
        if (!eligible && why.isEmpty()) {
            throw SeriesDesk.refused(Refusal.of(Reason.REQUIRED, "reason"));
        }
        Eligibility decided = new Eligibility(
                patient.id(),
                eligible,
                profile.today(),
                actor.name(),
                profile.now().toInstant(),
                why,
                minor);
        eligibilities.add(decided);
        deeds.fire(Deed.done(actor, eligible ? "ELIGIBLE" : "NOT_ELIGIBLE", "PATIENT", patient.id())
                .reason(why));
        shelf.running(patient.id())
                .map(series -> shelf.lock(series.id()))
                .ifPresent(series -> keeper.settle(series, actor, SeriesStep.ELIGIBILITY, Optional.empty()));
        return decided;
    }
}
