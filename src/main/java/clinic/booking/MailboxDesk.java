package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.ContactsMerged;
import clinic.patient.MailboxNamed;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Where emails about a visit go. That is the address of its patient's record; but a visit that was announced before two
 * records were merged keeps the mailbox it was announced to, until somebody names the patient's mailbox anew.
 */
@ApplicationScoped
public class MailboxDesk {
    @Inject
    private Appointments appointments;

    @Inject
    private VisitLocks locks;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    void on(@Observes ContactsMerged merging) {
        keep(merging.gone(), merging.goneEmail(), merging.email());
        keep(merging.kept(), merging.keptEmail(), merging.email());
    }

    private void keep(long patient, String before, String after) {
        if (!before.isEmpty() && !before.equalsIgnoreCase(after)) {
            appointments.keepMailbox(patient, before, profile.today());
        }
    }

    void on(@Observes MailboxNamed named) {
        appointments.followRecord(named.patient());
    }

    /** The mailbox of a visit, where it is not the one of the record. */
    @Transactional
    public Optional<String> find(Actor actor, long visit) {
        actor.must(Task.READ);
        return Optional.ofNullable(appointments.get(visit)).flatMap(Appointment::mailbox);
    }

    /** From now on emails about a visit go to the address of the record. */
    @Transactional
    public void followRecord(Actor actor, long visit) {
        actor.must(Task.WRITE);
        locks.lock(visit).followRecord();
        deeds.fire(Deed.done(actor, "CHANGE_MAILBOX", VisitDesk.APPOINTMENT, visit));
    }
}
