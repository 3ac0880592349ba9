package clinic.booking;

import clinic.patient.PatientForm;
import clinic.patient.PatientRecord;
import clinic.patient.PatientRegister;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Makes a patient's record once, however often a program asks under one key. */
@Retried
@ApplicationScoped
public class NewPatientDesk {
    @Inject
    private PatientRegister register;

    @Inject
    private RememberedAnswers answers;

    @Transactional
    public PatientRecord create(Actor actor, PatientForm form, Optional<RequestKey> key) {
        actor.must(Task.WRITE);
        long id = answers.once(key, () -> register.create(actor, form).card().id());
        return register.record(actor, id);
    }
}
